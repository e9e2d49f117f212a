internal import PodiumCore

/// The shapes in which servers report errors, as a table of member names.
///
/// Names are compared in lower case and without `_` and `-`, since vendors write `error_message`,
/// `errorMessage` and `Message` for one thing. Earlier names say more than later ones.
private enum Names {
    static let messages = [
        "message", "msg", "errormessage", "errormsg", "errmsg", "errordescription", "statusmsg",
        "statusmessage", "detail", "details", "description", "reason", "title",
    ]
    static let types = ["type", "errortype", "exception"]
    static let codes = [
        "code", "errorcode", "errcode", "status", "statuscode", "retcode", "errno",
    ]
    /// Where the true error stands inside of another object.
    static let containers = [
        "error", "errors", "detail", "baseresp", "fault", "response", "data", "cause",
    ]
    /// Members that only an error has, unless they are empty.
    static let marks: Set = [
        "error", "errors", "errortype", "errorcode", "errormessage", "errormsg", "errcode",
        "errmsg", "baseresp",
    ]
}

extension ErrorWords {
    /// The value of an `error` member, or a whole object that is an error.
    init(_ value: JSONValue) {
        self.init()
        read(value, depth: 0)
    }

    init(error reader: inout JSONReader) throws(JSONReader.Failure) {
        self.init(try reader.readValue())
    }

    /// The words of an object within a successful response, if it reports an error in any of the
    /// shapes in use; nil for whatever else it is.
    init?(reportedBy value: JSONValue) {
        guard case .object(let members) = value else { return nil }
        let object = Members(members)
        guard object.isError else { return nil }
        self.init(value)
        if message == nil, let text = object.text(["text"]) { message = text }
        if isEmpty { message = "an error without words" }
    }

    /// Whether a member of this name may make its object an error.
    static func mayMark(_ name: String) -> Bool {
        switch name {
        case "id", "model", "created", "usage", "choices": false
        default: Names.marks.contains(name.folded)
        }
    }

    // MARK: Reading

    /// No error says anything at a greater depth.
    private static let depthLimit = 6

    private mutating func read(_ value: JSONValue, depth: Int) {
        guard depth < Self.depthLimit else { return }
        switch value {
        case .string(let text): readText(text, depth: depth)
        case .array(let elements): readList(elements, depth: depth)
        case .object(let members): readObject(Members(members), depth: depth)
        case .null, .bool, .integer, .unsigned, .number, .written: break
        }
    }

    /// A text, or JSON within a text, as gateways hand on what they were told.
    private mutating func readText(_ text: String, depth: Int) {
        let start = text.first { !$0.isWhitespace }
        if start == "{" || start == "[" {
            var objects = JSONObjects(Array(text.utf8))
            if let inner = objects.nextValue() {
                read(inner, depth: depth + 1)
                if message != nil { return }
            }
        }
        if start != nil { message = text }
    }

    /// FastAPI lists all that is wrong with a request, others one error after another.
    private mutating func readList(_ elements: [JSONValue], depth: Int) {
        let all = elements.prefix(3).map { element in
            var words = ErrorWords()
            words.read(element, depth: depth + 1)
            return words
        }
        guard var first = all.first(where: { !$0.isEmpty }) else { return }
        let messages = all.compactMap(\.message)
        first.message = messages.isEmpty ? nil : messages.joined(separator: "; ")
        fill(with: first)
    }

    private mutating func readObject(_ object: Members, depth: Int) {
        message = object.text(Names.messages)
        type = object.text(Names.types)
        code = object.text(Names.codes)
        for number in object.numbers(Names.codes) {
            if (400..<600).contains(number) {
                status = number
            } else if code == nil, number != 0, number != 200 {
                code = String(number)
            }
        }
        if let details = object["details"] { readDetails(details) }
        if let place = object["loc"]?.path, let text = message { message = "\(place): \(text)" }
        for name in Names.containers {
            guard let inner = object[name] else { continue }
            if case .string(let text) = inner {
                readShortText(text, in: name, depth: depth)
            } else {
                var words = ErrorWords()
                words.read(inner, depth: depth + 1)
                if words.message == nil, name == "errors" { words.message = inner.firstLeaf }
                fill(with: words)
            }
        }
        if let origin = object["metadata"] { readOrigin(origin, depth: depth) }
    }

    /// `{"error": "bad_request", "message": "…"}` says more in its message.
    private mutating func readShortText(_ text: String, in name: String, depth: Int) {
        guard name == "error" else { return }
        if message == nil { readText(text, depth: depth) } else { type = type ?? text }
    }

    /// What stands inside says more than what stands around it.
    private mutating func fill(with inner: ErrorWords) {
        message = inner.message ?? message
        type = inner.type ?? type
        code = inner.code ?? code
        status = inner.status ?? status
        reasons += inner.reasons
        retryAfterMilliseconds = inner.retryAfterMilliseconds ?? retryAfterMilliseconds
    }

    /// OpenRouter says "Provider returned error", and here who that was and what it said.
    private mutating func readOrigin(_ value: JSONValue, depth: Int) {
        guard case .object(let members) = value else { return }
        let object = Members(members)
        var words = ErrorWords()
        if let raw = object["raw"] { words.read(raw, depth: depth + 1) }
        let name = object.text(["providername"])
        let parts = [message, name.map { "(\($0))" }].compactMap(\.self)
        let head = parts.joined(separator: " ")
        let told = [head.isEmpty ? nil : head, words.message].compactMap(\.self)
        words.status = nil
        fill(with: words)
        if !told.isEmpty { message = told.joined(separator: ": ") }
    }

    /// Google's details are those of `google.rpc` (<https://google.aip.dev/193>): `ErrorInfo` has a
    /// `reason`, `QuotaFailure` has violations with a `quotaId`, `RetryInfo` has a `retryDelay`.
    /// Anthropic's have an `error_code`.
    private mutating func readDetails(_ value: JSONValue) {
        switch value {
        case .array(let elements): for element in elements { readDetails(element) }
        case .object(let members):
            let object = Members(members)
            reasons += ["reason", "errorcode", "quotaid"].compactMap { object.text([$0]) }
            if let delay = object.text(["retrydelay"]) {
                retryAfterMilliseconds = RetryAfter.milliseconds(ofDuration: delay)
            }
            if let violations = object["violations"] { readDetails(violations) }
        default: break
        }
    }
}

/// The members of an object by their folded names.
private struct Members {
    private let values: [String: JSONValue]

    init(_ members: [String: JSONValue]) {
        values = Dictionary(members.map { ($0.key.folded, $0.value) }) { first, _ in first }
    }

    subscript(name: String) -> JSONValue? { values[name] }

    /// The first of the members that is a text with something in it.
    func text(_ names: [String]) -> String? {
        for name in names {
            if case .string(let text)? = values[name], text.contains(where: { !$0.isWhitespace }) {
                return text
            }
        }
        return nil
    }

    func numbers(_ names: [String]) -> [Int] {
        names.compactMap { name in
            switch values[name] {
            case .integer(let value)?: Int(value)
            case .string(let text)?: Int(text)
            default: nil
            }
        }
    }

    /// Whether these are the members of an error and of nothing else.
    var isError: Bool {
        // Beside a code for success, words for people tell of no error.
        let isFine = Names.codes.contains { values[$0]?.isZero == true }
        if Names.marks.contains(where: { name in
            guard let value = values[name], value.saysSomething else { return false }
            return !(name.hasPrefix("err") && (name.hasSuffix("msg") || name.hasSuffix("message")))
                || !isFine
        }) {
            return true
        }
        let kinds = ["object", "type", "status"].compactMap { text([$0])?.lowercased() }
        if kinds.contains(where: { ["error", "fail", "failed", "failure"].contains($0) }) {
            return true
        }
        let hasMessage = text(Names.messages) != nil
        if hasMessage, values["success"] == .bool(false) || values["ok"] == .bool(false) {
            return true
        }
        // 100 to 299 are statuses of what goes well.
        return hasMessage && numbers(Names.codes).contains { $0 != 0 && !(100..<300).contains($0) }
    }
}

extension JSONValue {
    /// Whether an error's member says that there is one: neither empty nor a code for success.
    fileprivate var saysSomething: Bool {
        switch self {
        case .null, .bool(false): false
        case .string(let text): !["", "0", "ok", "success", "none"].contains(text.lowercased())
        case .array(let elements): elements.contains(where: \.saysSomething)
        // `base_resp` is in good replies too, with a status of 0 and words such as "success".
        case .object(let members):
            members.first { $0.key.folded == "statuscode" }?.value.saysSomething
                ?? members.values.contains(where: \.saysSomething)
        default: !isZero
        }
    }

    fileprivate var isZero: Bool { self == .integer(0) || self == .string("0") }

    /// The place that an error of FastAPI names: `["body", "messages", 0]`.
    fileprivate var path: String? {
        guard case .array(let parts) = self else { return nil }
        let texts = parts.compactMap { part in
            switch part {
            case .string(let text): text
            case .integer(let number): String(number)
            default: nil as String?
            }
        }
        return texts.isEmpty ? nil : texts.joined(separator: ".")
    }

    /// The first text there is, with the name it stands under: `{"model": ["is required"]}`.
    fileprivate var firstLeaf: String? {
        switch self {
        case .string(let text): text
        case .array(let elements): elements.lazy.compactMap(\.firstLeaf).first
        case .object(let members):
            members.sorted { $0.key < $1.key }.lazy
                .compactMap { name, value in value.firstLeaf.map { "\(name): \($0)" } }.first
        default: nil
        }
    }
}

extension String {
    /// In lower case, without the marks that join words.
    fileprivate var folded: String { lowercased().filter { $0 != "_" && $0 != "-" } }
}
