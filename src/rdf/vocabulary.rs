//! Every term that the program mints, by vocabulary.

use oxigraph::model::NamedNodeRef;

/// The prefixes that the program writes and that queries may use undeclared, in the order in which they are written.
pub const PREFIXES: &[(&str, &str)] = &[
    ("zt", zt::NAMESPACE),
    ("org", org::NAMESPACE),
    ("foaf", foaf::NAMESPACE),
    ("schema", schema::NAMESPACE),
    ("skos", skos::NAMESPACE),
    ("dcterms", dcterms::NAMESPACE),
    ("prov", prov::NAMESPACE),
    ("cv", cv::NAMESPACE),
    ("nif", nif::NAMESPACE),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("owl", owl::NAMESPACE),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// That of reports, which no graph holds: JSON-LD, which declares all prefixes, has no use for it.
pub const REPORT_PREFIX: (&str, &str) = ("sh", sh::NAMESPACE);

/// The graph that a store keeps the ontology in: the ontology's own IRI, whatever the base.
pub const ONTOLOGY_GRAPH: NamedNodeRef<'static> = NamedNodeRef::new_unchecked("https://w3id.org/zhengtu/ns");

/// What a decision says of two things that are one: people and bodies, initiatives. The object is the canonical one.
pub const SAME: &[NamedNodeRef<'static>] = &[owl::SAME_AS, skos::EXACT_MATCH];

/// One module a vocabulary: its namespace, a constant a term, and the list of all of them.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $module:ident $namespace:literal { $($constant:ident $name:literal)* }) => {
        $(#[$doc])*
        pub mod $module {
            use oxigraph::model::NamedNodeRef;

            pub const NAMESPACE: &str = $namespace;

            $(
                #[doc = concat!("`", stringify!($module), ":", $name, "`")]
                pub const $constant: NamedNodeRef<'static> =
                    NamedNodeRef::new_unchecked(concat!($namespace, $name));
            )*

            /// Every term of this vocabulary that the program uses.
            pub const ALL: &[NamedNodeRef<'static>] = &[$($constant),*];
        }
    };
}

vocabulary! {
    /// The program's own ontology, `ontology/zhengtu.ttl`.
    zt "https://w3id.org/zhengtu/ns#" {
        OFFICIAL "Official"
        REPORTER "Reporter"
        OFFICE "Office"
        BODY "Body"
        DIVISION "Division"
        DISTRICT "District"
        INITIATIVE "Initiative"
        TENURE "Tenure"
        PURSUIT "Pursuit"
        COOPERATION "Cooperation"
        ARTICLE "Article"
        SOURCE "Source"
        SENTENCE "Sentence"

        DIVISION_CODE "divisionCode"
        LEVEL "level"
        TITLE "title"
        JURISDICTION "jurisdiction"
        OFFICE_OF "office"
        STATUS "status"
        ATTESTED_ON "attestedOn"
        START "start"
        END "end"
        INITIATIVE_KIND "initiativeKind"
        PURSUES "pursues"
        ACTOR "actor"
        INITIATIVE_OF "initiative"
        ACTION "action"
        SPEAKER "speaker"
        CONFIDENCE "confidence"
        RULE "rule"
        FILE_NAME "fileName"
        SHA256 "sha256"

        PROVINCE "province"
        PREFECTURE "prefecture"
        COUNTY "county"
        TOWNSHIP "township"

        CURRENT "current"
        ACTING "acting"
        FORMER "former"
        APPOINTED "appointed"
        REMOVED "removed"
        NOMINATED "nominated"

        MECHANISM "mechanism"
        CAMPAIGN "campaign"
        PROJECT "project"
        PLATFORM "platform"
        STRATEGY "strategy"
        REQUIREMENT "requirement"

        LAUNCH "launch"
        CONTINUE "continue"
        DEEPEN "deepen"
        COMPLETE "complete"
        EXPLORE "explore"
        PROMOTE "promote"
        PLAN "plan"
        IMPLEMENT "implement"
        BUILD "build"
        JOIN "join"
        LEARN "learn"
        LEAD "lead"
    }
}

/// The concepts of `zt:action`: what a division or body does with an initiative.
pub const ACTIONS: &[NamedNodeRef<'static>] = &[
    zt::LAUNCH,
    zt::CONTINUE,
    zt::DEEPEN,
    zt::COMPLETE,
    zt::EXPLORE,
    zt::PROMOTE,
    zt::PLAN,
    zt::IMPLEMENT,
    zt::BUILD,
    zt::JOIN,
    zt::LEARN,
    zt::LEAD,
];

/// The action of a local name; nothing where the ontology has none of that name.
pub fn action(name: &str) -> Option<NamedNodeRef<'static>> {
    ACTIONS.iter().copied().find(|action| action.as_str().strip_prefix(zt::NAMESPACE) == Some(name))
}

vocabulary! {
    /// W3C Organization Ontology.
    org "http://www.w3.org/ns/org#" {
        POST_IN "postIn"
        HOLDS "holds"
        MEMBER "member"
        ORGANIZATION "organization"
    }
}

vocabulary! {
    /// Friend of a Friend.
    foaf "http://xmlns.com/foaf/0.1/" {
        PERSON "Person"
    }
}

vocabulary! {
    /// Schema.org.
    schema "https://schema.org/" {
        HEADLINE "headline"
        AUTHOR "author"
        CONTRIBUTOR "contributor"
        PUBLISHER "publisher"
        DATE_PUBLISHED "datePublished"
        NAME "name"
        PAGE_START "pageStart"
        URL "url"
        ABOUT "about"
        MENTIONS "mentions"
    }
}

vocabulary! {
    /// Simple Knowledge Organization System.
    skos "http://www.w3.org/2004/02/skos/core#" {
        PREF_LABEL "prefLabel"
        ALT_LABEL "altLabel"
        EXACT_MATCH "exactMatch"
    }
}

vocabulary! {
    /// Web Ontology Language.
    owl "http://www.w3.org/2002/07/owl#" {
        SAME_AS "sameAs"
        DIFFERENT_FROM "differentFrom"
    }
}

vocabulary! {
    /// DCMI Metadata Terms.
    dcterms "http://purl.org/dc/terms/" {
        IS_PART_OF "isPartOf"
    }
}

vocabulary! {
    /// W3C Provenance.
    prov "http://www.w3.org/ns/prov#" {
        WAS_DERIVED_FROM "wasDerivedFrom"
    }
}

vocabulary! {
    /// Core Public Organisation Vocabulary.
    cv "http://data.europa.eu/m8g/" {
        PUBLIC_ORGANISATION "PublicOrganisation"
    }
}

vocabulary! {
    /// NLP Interchange Format.
    nif "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#" {
        ANCHOR_OF "anchorOf"
        BEGIN_INDEX "beginIndex"
        END_INDEX "endIndex"
        REFERENCE_CONTEXT "referenceContext"
    }
}

vocabulary! {
    /// Shapes, and reports on what breaks them. No graph holds any of it.
    sh "http://www.w3.org/ns/shacl#" {
        TARGET_CLASS "targetClass"
        PROPERTY "property"
        PATH "path"
        INVERSE_PATH "inversePath"
        MESSAGE "message"
        FLAGS "flags"
        VALIDATION_REPORT "ValidationReport"
        CONFORMS "conforms"
        RESULT "result"
        VALIDATION_RESULT "ValidationResult"
        RESULT_SEVERITY "resultSeverity"
        VIOLATION "Violation"
        FOCUS_NODE "focusNode"
        SOURCE_CONSTRAINT_COMPONENT "sourceConstraintComponent"
        SOURCE_SHAPE "sourceShape"
        RESULT_MESSAGE "resultMessage"
        RESULT_PATH "resultPath"
        VALUE "value"
    }
}
