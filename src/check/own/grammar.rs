//! What expressions may say. Read before anything is compiled, since compiling works constants out.

use std::ops::Range;

use minijinja::machinery::ast::{BinOpKind, Call, CallArg, Expr, Filter, Stmt};
use minijinja::machinery::{Span, parse, parse_expr};
use minijinja::{Error, syntax::SyntaxConfig};

use crate::check::own::library::{COMPARISONS, FILTERS, FUNCTIONS, TESTS};
use crate::check::own::types::{Type, kinds, shape_of};
use crate::document::suggest::nearest;
use crate::source::{Kind, Layout};

/// How long the text of an expression or a message may be, in bytes.
const LENGTH: usize = 1000;
/// How many levels of brackets, operators and filters may lie inside each other.
const DEPTH: usize = 60;

/// A mistake in an expression: where, what is wrong, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) part: Option<Range<usize>>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

struct Reader<'a> {
    source: &'a str,
    kind: Kind,
    mistakes: Vec<Mistake>,
}

/// Reads an expression about a kind and returns what is wrong with it.
pub(super) fn expression(source: &str, kind: Kind) -> Vec<Mistake> {
    if let Some(long) = too_long(source) {
        return vec![long];
    }
    let mut reader = Reader { source, kind, mistakes: Vec::new() };
    match parse_expr(source) {
        Ok(expression) => reader.visit(&expression, 0),
        Err(error) => return vec![syntax(source, &error)],
    }
    reader.mistakes
}

/// Reads a message about a kind and returns what is wrong with it.
pub(super) fn message(source: &str, kind: Kind) -> Vec<Mistake> {
    if let Some(long) = too_long(source) {
        return vec![long];
    }
    let mut reader = Reader { source, kind, mistakes: Vec::new() };
    match parse(source, "message", SyntaxConfig::default()) {
        Ok(template) => reader.statement(&template, 0),
        Err(error) => return vec![syntax(source, &error)],
    }
    reader.mistakes
}

/// Reads a field path such as `approval/by` and returns what is wrong with it.
pub(super) fn path(path: &str, kind: Kind) -> Option<Mistake> {
    let mut value = shape_of(kind).map_or(Type::Any, Type::Of);
    let mut start = 0;
    for part in path.split('/') {
        let place = start..start + part.len();
        start = place.end + 1;
        value = if part.parse::<u16>().is_ok() {
            value.item()
        } else {
            match value.field(part) {
                Ok(field) => field,
                Err((message, names)) => return Some(mistake(place, message, part, &names)),
            }
        };
    }
    None
}

fn too_long(source: &str) -> Option<Mistake> {
    (source.len() > LENGTH).then(|| Mistake {
        part: None,
        message: format!("this is longer than {LENGTH} characters"),
        help: Some("make two rules of it, or say it more simply".to_owned()),
    })
}

fn syntax(source: &str, error: &Error) -> Mistake {
    let part = error.range().filter(|range| source.get(range.clone()).is_some());
    let detail = error.detail().unwrap_or("it does not follow the grammar");
    Mistake { part, message: format!("this cannot be read: {detail}"), help: None }
}

fn mistake(part: Range<usize>, message: String, name: &str, names: &[&str]) -> Mistake {
    let help = nearest(name, names.iter().copied()).map(|meant| format!("did you mean `{meant}`?"));
    let list = || (1..=20).contains(&names.len()).then(|| format!("known here: {}", names.join(", ")));
    Mistake { part: Some(part), message, help: help.or_else(list) }
}

impl Reader<'_> {
    fn refuse(&mut self, span: Span, message: impl Into<String>, help: &str) {
        let part = span.start_offset as usize..span.end_offset as usize;
        let help = (!help.is_empty()).then(|| help.to_owned());
        self.mistakes.push(Mistake { part: Some(part), message: message.into(), help });
    }

    /// Says that a name is not known, at the name: the first place where it stands from `start` on.
    fn unknown(&mut self, start: usize, span: Span, message: String, name: &str, names: &[&str]) {
        let found = self.source.get(start..).and_then(|rest| rest.find(name));
        let part = match found {
            Some(found) => start + found..start + found + name.len(),
            None => span.start_offset as usize..span.end_offset as usize,
        };
        self.mistakes.push(mistake(part, message, name, names));
    }

    fn statement(&mut self, statement: &Stmt<'_>, depth: usize) {
        if depth > DEPTH {
            return;
        }
        let word = match statement {
            Stmt::Template(template) => {
                return template.children.iter().for_each(|child| self.statement(child, depth + 1));
            }
            Stmt::EmitRaw(_) => return,
            Stmt::EmitExpr(emitted) => return self.visit(&emitted.expr, depth + 1),
            Stmt::IfCond(condition) => {
                self.expression(&condition.expr, depth + 1);
                let bodies = condition.true_body.iter().chain(&condition.false_body);
                return bodies.for_each(|child| self.statement(child, depth + 1));
            }
            Stmt::ForLoop(_) => "for",
            Stmt::Set(_) | Stmt::SetBlock(_) => "set",
            Stmt::WithBlock(_) => "with",
            Stmt::FilterBlock(_) => "filter",
            Stmt::Include(_) => "include",
            Stmt::Import(_) | Stmt::FromImport(_) => "import",
            Stmt::Extends(_) => "extends",
            Stmt::Block(_) => "block",
            Stmt::Macro(_) => "macro",
            _ => "this",
        };
        let part = None;
        let message = format!("`{word}` is not available in messages");
        let help = Some("use `{{ … }}` and `{% if … %}`; `join` writes out a list".to_owned());
        self.mistakes.push(Mistake { part, message, help });
    }

    fn visit(&mut self, expression: &Expr<'_>, depth: usize) {
        self.expression(expression, depth);
    }

    /// Reads an expression and returns what is known of its value.
    fn expression(&mut self, expression: &Expr<'_>, depth: usize) -> Type {
        if depth > DEPTH {
            if self.mistakes.is_empty() {
                self.refuse(expression.span(), "this is nested too deeply", "make two rules of it");
            }
            return Type::Any;
        }
        let depth = depth + 1;
        match expression {
            Expr::Var(variable) => return self.variable(variable.id, expression.span()),
            Expr::GetAttr(access) => {
                let value = self.expression(&access.expr, depth);
                let start = access.expr.span().end_offset as usize;
                return self.field(value, access.name, start, expression.span());
            }
            Expr::GetItem(access) => {
                let value = self.expression(&access.expr, depth);
                return self.item(value, access.expr.span().end_offset as usize, &access.subscript_expr);
            }
            Expr::Filter(filter) => return self.filter(filter, expression.span(), depth),
            Expr::Test(test) => {
                self.visit(&test.expr, depth);
                let start = test.expr.span().end_offset as usize;
                self.known(("test", &TESTS), test.name, start, expression.span());
                self.arguments(&test.args, depth);
            }
            Expr::Call(call) => self.call(call, expression.span(), depth),
            Expr::BinOp(operation) => {
                self.operator(operation.op, expression.span());
                self.visit(&operation.left, depth);
                self.visit(&operation.right, depth);
            }
            Expr::Compare(comparison) => {
                self.visit(&comparison.expr, depth);
                comparison.ops.iter().for_each(|one| self.visit(&one.expr, depth));
            }
            Expr::IfExpr(choice) => {
                let parts = [Some(&choice.test_expr), Some(&choice.true_expr), choice.false_expr.as_ref()];
                parts.into_iter().flatten().for_each(|part| self.visit(part, depth));
            }
            Expr::Const(_) => {}
            Expr::UnaryOp(operation) => self.visit(&operation.expr, depth),
            Expr::List(list) => list.items.iter().for_each(|item| self.visit(item, depth)),
            Expr::Tuple(tuple) => tuple.items.iter().for_each(|item| self.visit(item, depth)),
            Expr::Slice(_) => {
                self.refuse(expression.span(), "parts of lists and texts (`[a:b]`) are not available", "");
            }
            Expr::Map(_) => {
                self.refuse(expression.span(), "groups of fields (`{…}`) cannot be made here", "");
            }
        }
        Type::Any
    }

    fn call(&mut self, call: &Call<'_>, span: Span, depth: usize) {
        match &call.expr {
            Expr::Var(name) => {
                let start = name.span().start_offset as usize;
                self.known(("function", &FUNCTIONS), name.id, start, span);
            }
            _ => self.refuse(span, "only functions can be called", "use a filter: `value|lower`"),
        }
        self.arguments(&call.args, depth);
    }

    fn variable(&mut self, name: &str, span: Span) -> Type {
        if name == "this" {
            return shape_of(self.kind).map_or(Type::Any, Type::Of);
        }
        if name == "as_of" {
            return Type::Any;
        }
        if let Some(kind) = kinds().find(|kind| kind.plural() == name) {
            let single = kind.layout() == Layout::Single;
            return shape_of(kind).map_or(Type::Any, if single { Type::Of } else { Type::ListOf });
        }
        let names: Vec<&str> = ["this", "as_of"].into_iter().chain(kinds().map(Kind::plural)).collect();
        let start = span.start_offset as usize;
        self.unknown(start, span, format!("no name is called `{name}`"), name, &names);
        Type::Any
    }

    fn operator(&mut self, operator: BinOpKind, span: Span) {
        let (sign, help) = match operator {
            BinOpKind::Mul => ("*", "it could repeat texts and lists without end"),
            BinOpKind::Pow => ("**", "numbers could grow without end"),
            BinOpKind::Concat => ("~", "join texts with `+`, or lists with `|join(', ')`"),
            _ => return,
        };
        self.refuse(span, format!("`{sign}` is not available"), help);
    }

    fn field(&mut self, value: Type, name: &str, start: usize, span: Span) -> Type {
        value.field(name).unwrap_or_else(|(message, names)| {
            self.unknown(start, span, message, name, &names);
            Type::Any
        })
    }

    /// Reads what stands in square brackets: a name or a number, so that it is known which field is meant.
    fn item(&mut self, value: Type, start: usize, key: &Expr<'_>) -> Type {
        match key.as_const().filter(|_| matches!(key, Expr::Const(_))) {
            Some(key_value) if key_value.is_integer() => value.item(),
            Some(key_value) if key_value.as_str().is_some() => {
                self.field(value, key_value.as_str().unwrap_or_default(), start, key.span())
            }
            _ => {
                self.refuse(key.span(), "only a name or a number can stand in square brackets", "");
                Type::Any
            }
        }
    }

    fn known(&mut self, (what, names): (&str, &[&str]), name: &str, start: usize, span: Span) {
        if !names.contains(&name) {
            self.unknown(start, span, format!("no {what} is called `{name}`"), name, names);
        }
    }

    fn arguments(&mut self, arguments: &[CallArg<'_>], depth: usize) {
        for argument in arguments {
            match argument {
                CallArg::Pos(value) | CallArg::Kwarg(_, value) => self.visit(value, depth),
                CallArg::PosSplat(value) | CallArg::KwargSplat(value) => {
                    self.refuse(value.span(), "arguments cannot be taken from a list here", "");
                }
            }
        }
    }

    /// Reads a filter, with the names in its arguments, and returns what is known of its value.
    fn filter(&mut self, filter: &Filter<'_>, span: Span, depth: usize) -> Type {
        let inner = filter.expr.as_ref();
        let start = inner.map_or(0, |inner| inner.span().end_offset as usize);
        let value = inner.map_or(Type::Any, |inner| self.expression(inner, depth));
        self.arguments(&filter.args, depth);
        self.known(("filter", &FILTERS), filter.name, start, span);
        match (filter.name, filter.args.as_slice()) {
            ("first" | "last", _) => value.item(),
            ("sort" | "unique", _) => value.list(),
            ("selectattr" | "rejectattr", [CallArg::Pos(field), rest @ ..]) => {
                self.named_field(value.item(), field);
                self.comparison(rest);
                value.list()
            }
            ("select" | "reject", rest) => {
                self.comparison(rest);
                value.list()
            }
            ("map", [CallArg::Kwarg("attribute", field)]) => match self.named_field(value.item(), field) {
                Type::Of(shape) => Type::ListOf(shape),
                Type::Any | Type::ListOf(_) => Type::Any,
            },
            _ => Type::Any,
        }
    }

    fn named_field(&mut self, value: Type, field: &Expr<'_>) -> Type {
        match constant(field) {
            Some(name) => self.field(value, &name, field.span().start_offset as usize, field.span()),
            None => {
                self.refuse(field.span(), "the field must be named here, in quotes", "");
                Type::Any
            }
        }
    }

    fn comparison(&mut self, rest: &[CallArg<'_>]) {
        let Some(CallArg::Pos(first)) = rest.first() else { return };
        match constant(first) {
            Some(name) => {
                let start = first.span().start_offset as usize;
                self.known(("comparison", &COMPARISONS), &name, start, first.span());
            }
            None => self.refuse(first.span(), "the comparison must be named here, in quotes", ""),
        }
    }
}

/// Returns a text that is written out.
fn constant(expression: &Expr<'_>) -> Option<String> {
    let Expr::Const(written) = expression else { return None };
    written.value.as_str().map(str::to_owned)
}
