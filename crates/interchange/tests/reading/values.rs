use chrono::NaiveDate;
use interchange::{BadValue, Cell, value};

fn cell(raw: &str) -> Cell {
    Cell::text(raw)
}

#[test]
fn dates_are_iso_german_or_date_cells() {
    let tenth = NaiveDate::from_ymd_opt(2023, 5, 10).expect("a day");
    let first = NaiveDate::from_ymd_opt(2023, 5, 1).expect("a day");
    let good = [
        (Cell::Empty, None),
        (Cell::Date(tenth), Some(tenth)),
        (cell("2023-05-10"), Some(tenth)),
        (cell("10.05.2023"), Some(tenth)),
        (cell("1.5.2023"), Some(first)),
        (cell("01.5.2023"), Some(first)),
    ];
    for (given, wanted) in good {
        assert_eq!(value::date(&given), Ok(wanted), "{given:?}");
    }
    let bad = [
        "2023-5-10",
        "10.05.23",
        "10.5",
        "31.02.2023",
        "2023-02-29",
        "05/10/2023",
        "45056",
        "+023-05-10",
        "10.05.20233",
        "٢٠٢٣-٠٥-١٠",
        "heute",
        "2023-05-10-1",
        "1..2023",
        "-1-05-10",
    ];
    for raw in bad {
        assert_eq!(value::date(&cell(raw)).expect_err(raw).raw, raw);
    }
    for given in [Cell::Number(45056.0), Cell::Boolean(true), Cell::Invalid("#REF!".into())] {
        assert!(value::date(&given).is_err(), "{given:?}");
    }
}

#[test]
fn integers_have_no_decimals_and_no_thousands() {
    let good = [("12", 12), ("-3", -3), ("+3", 3), ("007", 7)];
    for (raw, wanted) in good {
        assert_eq!(value::integer(&cell(raw)), Ok(Some(wanted)), "{raw}");
    }
    assert_eq!(value::integer(&Cell::Number(9161.0)), Ok(Some(9161)));
    assert_eq!(value::integer(&Cell::Empty), Ok(None));
    for raw in ["1.0", "1,5", "1.000", "1e3", "99999999999999999999", "zwei", "-"] {
        assert!(value::integer(&cell(raw)).is_err(), "{raw}");
    }
    for number in [0.5, 1e16] {
        assert!(value::integer(&Cell::Number(number)).is_err(), "{number}");
    }
}

#[test]
fn decimals_have_a_comma_or_a_point() {
    let good = [("1,5", 1.5), ("1.5", 1.5), ("-0,25", -0.25), ("+2", 2.0), ("12", 12.0)];
    for (raw, wanted) in good {
        assert_eq!(value::decimal(&cell(raw)), Ok(Some(wanted)), "{raw}");
    }
    assert_eq!(value::decimal(&Cell::Number(0.1)), Ok(Some(0.1)));
    assert_eq!(value::decimal(&Cell::Empty), Ok(None));
    for raw in ["1.234,5", "1,2,3", ",5", "5,", "", "1e5", "inf", "NaN", "--1", "1 000"] {
        assert!(value::decimal(&Cell::Text(raw.into())).is_err(), "{raw}");
    }
}

#[test]
fn text_is_kept_as_typed() {
    let tenth = NaiveDate::from_ymd_opt(2023, 5, 10).expect("a day");
    let cases = [
        (cell("007"), Some("007")),
        (Cell::Number(9161.0), Some("9161")),
        (Cell::Number(1.5), Some("1.5")),
        (Cell::Number(1e15), Some("1000000000000000")),
        (Cell::Date(tenth), Some("2023-05-10")),
        (Cell::Boolean(false), Some("false")),
        (Cell::Empty, None),
    ];
    for (given, wanted) in cases {
        assert_eq!(value::text(&given), Ok(wanted.map(str::to_owned)), "{given:?}");
    }
    assert!(value::text(&Cell::Invalid("#REF!".into())).is_err());
}

#[test]
fn lists_are_split_trimmed_and_without_gaps() {
    let cases: [(Cell, &[&str]); 5] = [
        (cell("DE; SY|XX"), &["DE", "SY", "XX"]),
        (cell(";;DE;"), &["DE"]),
        (cell("a, b"), &["a, b"]),
        (Cell::Number(3.0), &["3"]),
        (Cell::Empty, &[]),
    ];
    for (given, wanted) in cases {
        assert_eq!(value::list(&given).expect("a list"), wanted, "{given:?}");
    }
}

#[test]
fn bad_values_are_quoted_but_not_at_length() {
    let BadValue { raw, .. } = value::integer(&cell(&"ä".repeat(500))).expect_err("no number");
    assert_eq!(raw, "ä".repeat(80));
    let error = value::date(&cell("heute")).expect_err("no date");
    assert_eq!(error.to_string(), "\"heute\" is not a date");
}
