//! What kinds of indicators there are, and what they count.

use crate::closed_set::closed_set;

closed_set! {
    /// The kinds of indicators. In brackets the places in Annex I of Regulation (EU) 2021/1057
    /// (ESF Plus) and of Regulation (EU) 1304/2013 (ESF 2014-20).
    Group {
        /// Participants, with the data without which nothing about a person is reported (point
        /// 1.1; point 1).
        Participants = "participants",
        /// Characteristics that may stay unanswered (point 1.2; point 1).
        ParticipantsVoluntary = "participants_voluntary",
        /// Everyone who took part, whatever is known of them (ESF 2014-20 only).
        GrandTotal = "grand_total",
        /// Supported entities (point 2; point 2).
        Entities = "entities",
        /// Projects of a certain kind (ESF 2014-20 only, point 2).
        Projects = "projects",
        /// Results upon leaving (point 3; point 3).
        ImmediateResults = "immediate_results",
        /// Results six months after leaving (point 4; point 4).
        LongerTermResults = "longer_term_results",
        /// What the programme does, by no legal act.
        Activities = "activities",
    }
}

closed_set! {
    /// What a figure counts. Figures of different units are never added up.
    Unit {
        /// People, each once: per operation for an indicator of a law, per sub-project for one of
        /// the programme.
        Persons = "persons",
        /// Organisations.
        Entities = "entities",
        /// Projects, each once.
        Projects = "projects",
        /// Contacts of a consultation: somebody who comes twice is two.
        Contacts = "contacts",
        /// Entries into measures: somebody who enters two is two.
        Entries = "entries",
        /// Things that took place, such as training events.
        Events = "events",
        /// Attendances at events: somebody who comes to two is two.
        Attendances = "attendances",
        /// Minutes.
        Minutes = "minutes",
        /// Plans.
        Plans = "plans",
        /// Trainers, each once per sub-project.
        Trainers = "trainers",
        /// A number entered by hand; what it counts, the indicator's name says.
        Value = "value",
    }
}

impl Unit {
    /// Whether figures have the columns women, men and non-binary. Only of people does everyone have
    /// one of them: contacts, entries and attendances without gender stand in the total alone.
    pub const fn has_genders(self) -> bool {
        matches!(self, Self::Persons | Self::Contacts | Self::Entries | Self::Attendances)
    }
}
