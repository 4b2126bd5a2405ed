//! Annex I, point 2: supported entities.

use counting::{ESF_PLUS, EntityKind, MissingFields, entity_facts};

use crate::builders::{codes_of, day};

#[test]
fn an_entity_counts_by_its_kind_from_the_day_of_support() {
    for (kind, expected) in [
        (EntityKind::PublicAdministration, "EECO18"),
        (EntityKind::MicroEnterprise, "EECO19"),
        (EntityKind::SmallEnterprise, "EECO19"),
        (EntityKind::MediumEnterprise, "EECO19"),
    ] {
        let facts = entity_facts(&ESF_PLUS, kind, day("2023-05-10"));
        assert_eq!(facts.gender, None);
        assert_eq!(facts.missing, MissingFields::default());
        assert_eq!(facts.spans.len(), 1);
        let span = facts.spans[0];
        assert_eq!((span.from, span.until), (day("2023-05-10"), None));
        assert_eq!(codes_of(span.counted, &ESF_PLUS), [expected], "{kind}");
        assert!(span.left_out.is_empty());
    }
}

#[test]
fn large_enterprises_and_other_bodies_count_for_nothing() {
    for kind in [EntityKind::LargeEnterprise, EntityKind::Other] {
        assert!(entity_facts(&ESF_PLUS, kind, day("2023-05-10")).spans.is_empty(), "{kind}");
    }
}
