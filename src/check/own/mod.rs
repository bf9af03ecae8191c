//! The rules that a charter defines itself, in its settings. Entry point: [`run`].
//!
//! Settings come from anyone who may propose a change, so expressions are bounded four times: the grammar has no loops,
//! assignments, repetition or slices, and ends at 1000 characters; the engine has no filters, tests or functions but
//! ours; every look at the charter is counted, for each expression and for the run; and messages are cut. Nothing looks
//! at a clock, so that every machine finds the same.

mod grammar;
mod library;
mod meter;
mod place;
mod program;
#[cfg(test)]
mod tests;
mod types;
mod values;

use std::sync::Arc;

use minijinja::{Environment, Error, ErrorKind, Expression, UndefinedBehavior, Value};

use crate::check::Context;
use crate::check::own::grammar::Mistake;
use crate::check::own::meter::Meter;
use crate::check::own::program::{Program, Written};
use crate::check::own::values::World;
use crate::config::SETTINGS_OWN_RULE_FAILED;
use crate::diagnostic::{Diagnostic, Rule};

/// Steps of the engine for one expression. There are no loops, so the longest takes some hundreds.
const FUEL: u64 = 10_000;
/// How many characters of a message are shown.
const SHOWN: usize = 400;

/// Runs the charter's own rules, one after the other in the order of the settings.
pub(super) fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let Some(written) = Written::find(context).filter(|_| !context.settings.own_rules.is_empty()) else {
        return findings;
    };
    let programs = program::read(written, &context.settings.own_rules, &mut findings);
    if programs.is_empty() {
        return findings;
    }
    let meter = Arc::new(Meter::new());
    let world = World::new(context, Arc::clone(&meter));
    let environment = environment(context, &meter);
    let runner = Runner { context, meter: &meter, world: &world, environment: &environment };
    for program in &programs {
        if let Err(failure) = runner.program(program, &mut findings) {
            let (field, mistake) = *failure;
            findings.push(written.finding(&SETTINGS_OWN_RULE_FAILED, program.index, field, mistake));
        }
    }
    findings
}

/// Returns the charter's own rules that can be used, for lists of rules.
pub fn own_rules(context: &Context<'_>) -> Vec<&'static Rule> {
    let Some(written) = Written::find(context) else { return Vec::new() };
    let programs = program::read(written, &context.settings.own_rules, &mut Vec::new());
    programs.iter().map(|program| program.rule).collect()
}

fn environment(context: &Context<'_>, meter: &Arc<Meter>) -> Environment<'static> {
    let mut environment = Environment::empty();
    // What is shown does not depend on how the tool was built.
    environment.set_debug(false);
    // A field that is not written is equal to no value and counts as false. Writing it or going into it fails; a field
    // that there is not was found when the rules were read.
    environment.set_undefined_behavior(UndefinedBehavior::Lenient);
    environment.set_fuel(Some(FUEL));
    library::add(&mut environment, context, meter);
    let counter = Arc::clone(meter);
    environment.set_formatter(move |out, _, value| {
        if value.is_undefined() {
            return Err(Error::from(ErrorKind::UndefinedError));
        }
        let text = library::written(value)?;
        if !counter.charge_text(&text) {
            return Err(Error::from(ErrorKind::OutOfFuel));
        }
        out.write_str(&text).map_err(Error::from)
    });
    environment
}

/// The field at which a rule failed, and how.
type Failure = Box<(&'static str, Mistake)>;

struct Runner<'a> {
    context: &'a Context<'a>,
    meter: &'a Meter,
    world: &'a World,
    environment: &'a Environment<'static>,
}

impl Runner<'_> {
    /// Runs one rule over the entries of its kind; it ends at the first that fails.
    fn program(&self, program: &Program<'_>, findings: &mut Vec<Diagnostic>) -> Result<(), Failure> {
        let own = program.written;
        // That they compile was seen when they were read.
        let compiled = |field, text: &str| {
            let expression = self.environment.compile_expression_owned(text.to_owned());
            expression.map_err(|error| self.failure(program, field, "", &error))
        };
        let assert = compiled("assert", &own.assert)?;
        let filter = own.filter.as_deref().map(|filter| compiled("where", filter)).transpose()?;
        for index in self.world.of_kind(program.kind) {
            let entry = self.context.registry.entry(*index);
            let holds = |field, expression: &Expression<'_, '_>| {
                self.start()
                    .and_then(|()| expression.eval(self.names(*index)))
                    .and_then(|value| if self.meter.is_empty() { Err(spent()) } else { Ok(value.is_true()) })
                    .map_err(|error| self.failure(program, field, &entry.id, &error))
            };
            let counts = filter.as_ref().map_or(Ok(true), |filter| holds("where", filter))?;
            if !counts || holds("assert", &assert)? {
                continue;
            }
            let message = self.message(&own.message, *index);
            let message = message.map_err(|error| self.failure(program, "message", &entry.id, &error))?;
            let path = own.at.as_deref().unwrap_or("");
            let finding = Diagnostic::new(program.rule, message, self.context.label(*index, path, ""));
            let finding = finding.about(entry.kind, &entry.id, path);
            findings.push(match &own.help {
                Some(help) => finding.with_help(help.trim()),
                None => finding,
            });
        }
        Ok(())
    }

    fn start(&self) -> Result<(), Error> {
        self.meter.start();
        // Also an expression that looks at nothing is work.
        if self.meter.charge(5) { Ok(()) } else { Err(spent()) }
    }

    fn names(&self, index: usize) -> Value {
        let this =
            [("this", self.world.entry(index)), ("as_of", Value::from(self.context.as_of.to_string()))];
        Value::from_pairs(this.into_iter().chain(self.world.names()))
    }

    fn message(&self, text: &str, index: usize) -> Result<String, Error> {
        self.start()?;
        let message = self.environment.template_from_str(text)?.render(self.names(index))?;
        if self.meter.is_empty() {
            return Err(spent());
        }
        let line = message.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(match line.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line,
        })
    }

    fn failure(&self, program: &Program<'_>, field: &'static str, id: &str, error: &Error) -> Failure {
        let (cause, help) = match error.kind() {
            _ if self.meter.is_spent() => (
                "the charter's own rules together do more work than they may".to_owned(),
                "take rules out, or make them look at fewer entries",
            ),
            ErrorKind::OutOfFuel => (
                "it does more work than one expression may".to_owned(),
                "look at fewer entries, or at shorter texts",
            ),
            _ if self.meter.is_empty() => (
                "it does more work than one expression may".to_owned(),
                "look at fewer entries, or at shorter texts",
            ),
            ErrorKind::UndefinedError => (
                "it uses a field that is not written".to_owned(),
                "ask first: `this.field is defined and …`, or write `this.field|default('')`",
            ),
            kind => (error.detail().map_or_else(|| kind.to_string(), str::to_owned), ""),
        };
        let message = format!(
            "`{}` could not be worked out for {} `{id}`: {cause}",
            program.rule.code,
            program.kind.name()
        );
        let help = (!help.is_empty()).then(|| help.to_owned());
        Box::new((field, Mistake { part: None, message, help }))
    }
}

fn spent() -> Error {
    Error::from(ErrorKind::OutOfFuel)
}
