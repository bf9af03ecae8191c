//! Which rules to report: `--select` and `--ignore`.

use anyhow::{Result, bail};
use itcharter::check;
use itcharter::diagnostic::{Diagnostic, Rule};
use itcharter::document::suggest::nearest;

/// The rules to report.
#[derive(clap::Args, Debug)]
pub(super) struct Choice {
    /// Report only these rules, or groups of rules, such as `ref-unknown,yaml`
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Do not report these rules, or groups of rules, even where --select names them
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
}

impl Choice {
    /// Fails on a name that is neither a rule nor a group, and not of a charter's own.
    pub(super) fn check(&self) -> Result<()> {
        let rules = check::rules();
        for name in self.select.iter().chain(&self.ignore) {
            if is_own(name) || rules.iter().any(|rule| is_named(rule, name)) {
                continue;
            }
            let known = rules.iter().flat_map(|rule| [rule.code, rule.group()]);
            match nearest(name, known) {
                Some(meant) => bail!("no rule or group is called `{name}`; did you mean `{meant}`?"),
                None => bail!("no rule or group is called `{name}`; `itcharter rules` lists them all"),
            }
        }
        Ok(())
    }

    /// Fails on a name of the charter's own rules that is not among their codes.
    pub(super) fn check_own(&self, codes: &[String]) -> Result<()> {
        for name in self.select.iter().chain(&self.ignore).filter(|name| is_own(name)) {
            if name == "own" || codes.contains(name) {
                continue;
            }
            match nearest(name, codes.iter().map(String::as_str)) {
                Some(meant) => bail!("no rule of this charter is called `{name}`; did you mean `{meant}`?"),
                None => {
                    bail!("no rule of this charter is called `{name}`; its settings list them as `own-rules`")
                }
            }
        }
        Ok(())
    }

    /// Takes out what is not to be reported and returns how many findings that were.
    pub(super) fn apply(&self, findings: &mut Vec<Diagnostic>) -> usize {
        let before = findings.len();
        findings.retain(|finding| self.wants(finding.rule));
        before - findings.len()
    }

    fn wants(&self, rule: &Rule) -> bool {
        let named = |names: &[String]| names.iter().any(|name| is_named(rule, name));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}

/// Says whether a name is for the rules that a charter defines itself.
fn is_own(name: &str) -> bool {
    name == "own" || name.starts_with("own-")
}

fn is_named(rule: &Rule, name: &str) -> bool {
    rule.code == name || rule.group() == name
}

#[cfg(test)]
mod tests {
    use itcharter::check;

    use super::Choice;

    fn choice(select: &[&str], ignore: &[&str]) -> Choice {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Choice { select: owned(select), ignore: owned(ignore) }
    }

    fn wanted(select: &[&str], ignore: &[&str]) -> Vec<&'static str> {
        let choice = choice(select, ignore);
        check::rules().into_iter().filter(|rule| choice.wants(rule)).map(|rule| rule.code).collect()
    }

    #[test]
    fn groups_and_codes_choose_and_ignoring_is_stronger() {
        assert_eq!(wanted(&["yaml"], &[]), ["yaml-surprise", "yaml-syntax", "yaml-too-much"]);
        let left = ["key-twice", "yaml-surprise", "yaml-too-much"];
        assert_eq!(wanted(&["yaml", "key-twice"], &["yaml-syntax"]), left);
        assert_eq!(wanted(&[], &[]).len(), check::rules().len());
        assert!(!wanted(&[], &["yaml"]).contains(&"yaml-syntax"));
    }

    #[test]
    fn an_unknown_name_is_refused_with_the_nearest() {
        let refusal = |name| choice(&[], &[name]).check().unwrap_err().to_string();
        assert_eq!(
            refusal("yaml-sintax"),
            "no rule or group is called `yaml-sintax`; did you mean `yaml-syntax`?"
        );
        assert_eq!(
            refusal("zzzzzz"),
            "no rule or group is called `zzzzzz`; `itcharter rules` lists them all"
        );
        assert!(choice(&["yaml"], &["key-twice"]).check().is_ok());
    }

    #[test]
    fn names_of_own_rules_are_looked_up_in_the_charter() {
        let own = ["own-manager-has-backup".to_owned()];
        let check = |name| choice(&[name], &[]).check_own(&own).map_err(|error| error.to_string());
        assert!(choice(&["own-x"], &["own"]).check().is_ok());
        assert_eq!(check("own-manager-has-backup"), Ok(()));
        assert_eq!(check("own"), Ok(()));
        let wanted = "no rule of this charter is called `own-manager-has-bakup`; did you mean `own-manager-has-backup`?";
        assert_eq!(check("own-manager-has-bakup"), Err(wanted.to_owned()));
    }
}
