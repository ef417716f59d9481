//! Is a message what LSP 3.18 says it should be?
//!
//! The checker knows the shapes of all messages (from `facts`) and nothing of Griffier, save for the shapes of its own methods.
//! What the server sends is read strictly: a property that the specification does not have is a mistake there. A client may send more.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde_json::{Map, Value};

/// All shapes.
pub(crate) struct Model {
    facts: Value,
    /// The properties of each structure with those that it inherits.
    structures: HashMap<String, Map<String, Value>>,
}

/// Who sent a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    Client,
    Server,
}

/// What is wrong with a message, and where in it.
type Checked = Result<(), Fault>;

/// The place as a path of names, and the complaint. How deep it lies tells which alternative of a union was meant.
#[derive(Debug)]
pub(crate) struct Fault {
    place: Vec<String>,
    what: String,
}

impl Fault {
    fn new(what: impl Into<String>) -> Self {
        Self { place: Vec::new(), what: what.into() }
    }

    fn within(mut self, name: impl Into<String>) -> Self {
        self.place.insert(0, name.into());
        self
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place.join("."), self.what)
    }
}

impl Model {
    /// The specification, with the few methods of Griffier's own.
    pub(crate) fn get() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            let mut facts: Value = serde_json::from_str(include_str!("lsp-3.18.facts.json")).unwrap();
            let own: Value = serde_json::from_str(include_str!("griffier.facts.json")).unwrap();
            for (section, entries) in own.as_object().unwrap() {
                let entries = entries.as_object().unwrap().clone();
                facts[section].as_object_mut().unwrap().extend(entries);
            }
            let names: Vec<String> = facts["structures"].as_object().unwrap().keys().cloned().collect();
            let structures =
                names.into_iter().map(|name| (name.clone(), properties(&facts, &name))).collect();
            Self { facts, structures }
        })
    }

    /// What the specification says of a method, request or notification.
    pub(crate) fn method(&self, method: &str) -> Option<&Value> {
        self.facts["requests"].get(method).or_else(|| self.facts["notifications"].get(method))
    }

    /// Checks a request or a notification.
    pub(crate) fn check_call(&self, message: &Value, from: Side) -> Checked {
        let method = message["method"].as_str().ok_or_else(|| Fault::new("no method"))?;
        let is_request = message.get("id").is_some();
        let known = &self.facts[if is_request { "requests" } else { "notifications" }];
        envelope(message, &["jsonrpc", "id", "method", "params"])?;
        if is_request && !is_id(&message["id"]) {
            return Err(Fault::new("an id that is neither integer nor string"));
        }
        let Some(facts) = known.get(method) else {
            return match from {
                // A client may know methods that we do not.
                Side::Client => Ok(()),
                Side::Server => Err(Fault::new(format!("no such method: {method}"))),
            };
        };
        let allowed = match from {
            Side::Client => ["clientToServer", "both"],
            Side::Server => ["serverToClient", "both"],
        };
        if !allowed.contains(&facts["from"].as_str().unwrap_or_default()) {
            return Err(Fault::new(format!("{method} from the {from:?}")));
        }
        let checked = match (facts.get("params"), message.get("params")) {
            (Some(ty), Some(params)) => self.check(ty, params, from),
            (Some(_), None) => Err(Fault::new("no params")),
            // Editors send `params: null`, or an empty object, where there are none.
            (None, None) => Ok(()),
            (None, Some(params)) if from == Side::Client && (params.is_null() || is_empty(params)) => Ok(()),
            (None, Some(_)) => Err(Fault::new("params that should not be there")),
        };
        checked.map_err(|fault| fault.within(method))?;
        if method == "client/registerCapability" {
            self.check_registrations(&message["params"], from)?;
        }
        Ok(())
    }

    /// The options of a registration depend on the method that it is for.
    fn check_registrations(&self, params: &Value, from: Side) -> Checked {
        for registration in params["registrations"].as_array().into_iter().flatten() {
            let method = registration["method"].as_str().unwrap_or_default();
            let facts = self
                .registrable(method)
                .ok_or_else(|| Fault::new(format!("{method} cannot be registered")))?;
            if let (Some(ty), Some(options)) =
                (facts.get("registrationOptions"), registration.get("registerOptions"))
            {
                self.check(ty, options, from).map_err(|fault| fault.within(method))?;
            }
        }
        Ok(())
    }

    /// The facts of a method that can be registered; some go by another name than their messages.
    pub(crate) fn registrable(&self, method: &str) -> Option<&Value> {
        let all = ["requests", "notifications"].map(|section| self.facts[section].as_object().unwrap());
        let by_other_name = |facts: &&Value| facts["registrationMethod"] == method;
        self.method(method).or_else(|| all.into_iter().flat_map(Map::values).find(by_other_name))
    }

    /// Checks the answer to a request of `method`.
    pub(crate) fn check_answer(&self, message: &Value, method: &str, from: Side) -> Checked {
        envelope(message, &["jsonrpc", "id", "result", "error"])?;
        match (message.get("result"), message.get("error")) {
            (Some(result), None) => {
                match self.facts["requests"].get(method).and_then(|facts| facts.get("result")) {
                    Some(ty) => {
                        self.check(ty, result, from).map_err(|fault| fault.within(method).within("answer"))
                    }
                    None if from == Side::Client => Ok(()),
                    None => Err(Fault::new(format!("a result for {method}, of which nothing is known"))),
                }
            }
            (None, Some(error)) => {
                self.check(&"ResponseError".into(), error, from).map_err(|fault| fault.within("error"))
            }
            _ => Err(Fault::new("neither or both of result and error")),
        }
    }

    /// Checks a value against a type.
    pub(crate) fn check(&self, ty: &Value, value: &Value, from: Side) -> Checked {
        if let Some(name) = ty.as_str() {
            return self.check_name(name, value, from);
        }
        let (kind, of) = ty.as_object().and_then(|ty| ty.iter().next()).unwrap();
        match kind.as_str() {
            "array" => {
                let items = value.as_array().ok_or_else(|| Fault::new("not an array"))?;
                items.iter().enumerate().try_for_each(|(index, item)| {
                    self.check(of, item, from).map_err(|fault| fault.within(index.to_string()))
                })
            }
            "map" => {
                let entries = value.as_object().ok_or_else(|| Fault::new("not a map"))?;
                entries.iter().try_for_each(|(key, entry)| {
                    self.check(&of[0], &Value::String(key.clone()), from)
                        .map_err(|fault| fault.within(key))?;
                    self.check(&of[1], entry, from).map_err(|fault| fault.within(key))
                })
            }
            "or" => {
                let mut faults = Vec::new();
                for alternative in of.as_array().unwrap() {
                    match self.check(alternative, value, from) {
                        Ok(()) => return Ok(()),
                        Err(fault) => faults.push(fault),
                    }
                }
                // The alternative that went well for longest is the one that was meant; of several the first.
                Err(faults.into_iter().rev().max_by_key(|fault| fault.place.len()).unwrap())
            }
            // Only of structures, so unknown properties can be told only for all of them together.
            "and" => {
                let mut together = Map::new();
                for part in of.as_array().unwrap() {
                    together.extend(self.structures[part.as_str().unwrap()].clone());
                }
                self.check_struct(&together, value, from)
            }
            "tuple" => {
                let (types, items) = (of.as_array().unwrap(), value.as_array());
                let items = items.filter(|items| items.len() == types.len());
                let items = items.ok_or_else(|| Fault::new(format!("not {} together", types.len())))?;
                types.iter().zip(items).try_for_each(|(ty, item)| self.check(ty, item, from))
            }
            "is" if of == value => Ok(()),
            "is" => Err(Fault::new(format!("not {of}"))),
            "struct" => self.check_struct(of.as_object().unwrap(), value, from),
            other => panic!("a kind of type that the checker does not know: {other}"),
        }
    }

    fn check_name(&self, name: &str, value: &Value, from: Side) -> Checked {
        let fits = match name {
            "LSPAny" => return Ok(()),
            "string" | "RegExp" => value.is_string(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            "decimal" => value.is_number(),
            "integer" => value.as_i64().is_some_and(|n| i32::try_from(n).is_ok()),
            // The specification limits it to 2^31 - 1, although the name promises more.
            "uinteger" => value.as_i64().is_some_and(|n| (0..=i64::from(i32::MAX)).contains(&n)),
            "URI" | "DocumentUri" => value.as_str().is_some_and(|uri| url::Url::parse(uri).is_ok()),
            _ => return self.check_reference(name, value, from),
        };
        if fits { Ok(()) } else { Err(Fault::new(format!("not a {name}: {}", excerpt(value)))) }
    }

    fn check_reference(&self, name: &str, value: &Value, from: Side) -> Checked {
        if let Some(alias) = self.facts["aliases"].get(name) {
            return self.check(alias, value, from);
        }
        if let Some(enumeration) = self.facts["enumerations"].get(name) {
            self.check(&enumeration["base"], value, from)?;
            let known = enumeration["values"].as_array().unwrap().contains(value);
            return if known || enumeration["open"] == true {
                Ok(())
            } else {
                Err(Fault::new(format!("not a {name}: {}", excerpt(value))))
            };
        }
        let properties = self.structures.get(name).unwrap_or_else(|| panic!("no type {name}"));
        self.check_struct(properties, value, from)?;
        if name == "Range" && place(&value["start"]) > place(&value["end"]) {
            return Err(Fault::new("a range that ends before it starts"));
        }
        Ok(())
    }

    fn check_struct(&self, properties: &Map<String, Value>, value: &Value, from: Side) -> Checked {
        let fields =
            value.as_object().ok_or_else(|| Fault::new(format!("not an object: {}", excerpt(value))))?;
        for (name, ty) in properties {
            match (name.strip_suffix('?'), fields.get(name.trim_end_matches('?'))) {
                (_, Some(field)) => {
                    self.check(ty, field, from).map_err(|fault| fault.within(name.trim_end_matches('?')))?;
                }
                (Some(_), None) => {}
                (None, None) => return Err(Fault::new(format!("no `{name}`"))),
            }
        }
        let unknown =
            |name: &&String| !properties.contains_key(*name) && !properties.contains_key(&format!("{name}?"));
        match fields.keys().find(unknown) {
            Some(name) if from == Side::Server => Err(Fault::new(format!("`{name}` is no property of it"))),
            _ => Ok(()),
        }
    }
}

/// The properties of a structure with those of all that it extends.
fn properties(facts: &Value, name: &str) -> Map<String, Value> {
    let structure = &facts["structures"][name];
    let mut all = Map::new();
    for parent in structure["extends"].as_array().into_iter().flatten() {
        all.extend(properties(facts, parent.as_str().unwrap()));
    }
    for (name, ty) in structure["struct"].as_object().unwrap() {
        // A structure may make a property that it inherits required, or the other way round.
        all.remove(&format!("{name}?"));
        all.remove(name.trim_end_matches('?'));
        all.insert(name.clone(), ty.clone());
    }
    all
}

fn envelope(message: &Value, allowed: &[&str]) -> Checked {
    let fields = message.as_object().ok_or_else(|| Fault::new("not an object"))?;
    if message["jsonrpc"] != "2.0" {
        return Err(Fault::new("not JSON-RPC 2.0"));
    }
    match fields.keys().find(|name| !allowed.contains(&name.as_str())) {
        Some(name) => Err(Fault::new(format!("`{name}` is no part of the envelope"))),
        None => Ok(()),
    }
}

fn is_id(id: &Value) -> bool {
    id.is_string() || id.as_i64().is_some_and(|n| i32::try_from(n).is_ok())
}

fn is_empty(value: &Value) -> bool {
    value.as_object().is_some_and(Map::is_empty)
}

fn place(position: &Value) -> (Option<u64>, Option<u64>) {
    (position["line"].as_u64(), position["character"].as_u64())
}

/// Enough of a value to recognise it by.
fn excerpt(value: &Value) -> String {
    value.to_string().chars().take(80).collect()
}
