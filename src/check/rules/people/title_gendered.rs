//! `title-gendered`: a role's title that names a gender.

use crate::check::{Check, Context};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static RULE: Rule = Rule {
    code: "title-gendered",
    severity: Severity::Warning,
    summary: "a role's title that names a gender",
    why: "the EU Pay Transparency Directive (2023/970, art. 5(3)) asks for job titles that suit everyone, because a \
          gendered title keeps good people from applying",
    explanation: "Looks in the `name` of every role for words from a list of English titles that name a gender, \
                  such as \"foreman\" or \"handyman\". Whole words only, in any case. Not legal advice.",
};

pub(super) static CHECK: Check = Check {
    rule: &RULE,
    run,
    thresholds: &[],
    failing: &[
        ("roles.yaml", "- {id: chair, name: Chairman, purpose: Lead., reports_to: none}\n"),
    ],
    passing: &[
        ("roles.yaml", "- {id: chair, name: Chair, purpose: Lead., reports_to: none}\n"),
    ],
};

/// Words that name a gender, with one that does not.
static TITLES: &[(&[&str], &str)] = &[
    (&["actress"], "actor"),
    (&["alderman", "alderwoman"], "council member"),
    (&["anchorman", "anchorwoman"], "anchor"),
    (&["barman", "barmaid"], "bar worker"),
    (&["businessman", "businesswoman", "businessmen"], "business person"),
    (&["cameraman", "camerawoman", "cameramen"], "camera operator"),
    (&["chairman", "chairwoman", "chairmen"], "chair"),
    (&["councilman", "councilwoman"], "council member"),
    (&["craftsman", "craftswoman", "craftsmen"], "craftsperson"),
    (&["deliveryman", "deliverymen"], "courier"),
    (&["doorman", "doormen"], "door attendant"),
    (&["draughtsman", "draughtswoman", "draftsman"], "drafter"),
    (&["fireman", "firemen"], "firefighter"),
    (&["foreman", "forewoman", "foremen"], "team lead"),
    (&["girl", "girls", "boy", "boys", "guy", "guys", "lad", "lads"], "colleague"),
    (&["handyman", "handymen"], "maintenance worker"),
    (&["headmaster", "headmistress"], "head teacher"),
    (&["hostess"], "host"),
    (&["lady", "ladies", "gentleman", "gentlemen"], "colleague"),
    (&["layman", "laymen"], "lay person"),
    (&["lineman", "linesman", "linemen"], "line technician"),
    (&["man", "men", "woman", "women"], "person"),
    (&["manageress"], "manager"),
    (&["middleman", "middlemen"], "go-between"),
    (&["milkman", "postman", "postmen"], "delivery worker"),
    (&["mistress"], "lead"),
    (&["policeman", "policewoman", "policemen"], "police officer"),
    (&["proprietress"], "proprietor"),
    (&["repairman", "repairmen", "serviceman", "servicemen"], "service technician"),
    (&["salesman", "saleswoman", "salesmen", "salesgirl"], "sales representative"),
    (&["spokesman", "spokeswoman", "spokesmen"], "spokesperson"),
    (&["statesman", "stateswoman"], "political leader"),
    (&["stewardess"], "steward"),
    (&["storeman", "storemen", "warehouseman"], "storekeeper"),
    (&["tradesman", "tradeswoman", "tradesmen"], "tradesperson"),
    (&["waitress"], "waiter"),
    (&["watchman", "watchmen"], "security guard"),
    (&["workman", "workmen"], "worker"),
];

fn run(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for role in &context.charter.roles {
        let words = role.name.split(|character: char| !character.is_alphanumeric());
        let Some((word, neutral)) = words.into_iter().find_map(neutral) else { continue };
        let message = format!("the title of the role `{}` names a gender: \"{word}\"", role.id);
        findings.push(
            context
                .finding(&RULE, role, "name", message, "a title for anyone who may fill it")
                .with_help(format!("write \"{neutral}\", or another word that suits everyone")),
        );
    }
}

/// Returns a word that names a gender, with one that does not.
fn neutral(word: &str) -> Option<(&str, &'static str)> {
    let found = TITLES.iter().find(|(words, _)| words.iter().any(|known| known.eq_ignore_ascii_case(word)));
    found.map(|(_, neutral)| (word, *neutral))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::findings;

    fn named(title: &str) -> Vec<String> {
        findings(&RULE, &[("roles/a.yaml", &format!("purpose: P\nreports_to: none\nname: {title}\n"))])
    }

    #[test]
    fn a_word_that_names_a_gender_is_found_in_any_case() {
        let wanted = ["roles/a.yaml:3:7 the title of the role `a` names a gender: \"Foreman\""];
        assert_eq!(named("Night-shift Foreman"), wanted);
        assert_eq!(named("HANDYMAN").len(), 1);
        assert_eq!(named("IT guy").len(), 1);
    }

    #[test]
    fn a_part_of_a_word_is_no_word() {
        for title in ["Manager", "Human resources lead", "Chair", "Management trainee", "German support lead"] {
            assert!(named(title).is_empty(), "{title}");
        }
    }
}
