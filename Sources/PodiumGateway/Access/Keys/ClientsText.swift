internal import PodiumCore

/// `clients.json`: `{"version": 1, "clients": […]}`, a client a line.
enum ClientsText {
    private static let version: JSONValue = 1

    static func bytes(of keys: [ClientKey]) -> [UInt8] {
        var bytes = Array("{\"version\": 1, \"clients\": [".utf8)
        for (index, key) in keys.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            bytes += key.object.bytes
        }
        return bytes + "\n]}\n".utf8
    }

    static func read(_ bytes: [UInt8], of path: String) throws(KeyFileError) -> [ClientKey] {
        let members = try KeptObject(bytes, of: path)
        guard try members.value("version") == version else {
            throw members.damage("\"version\" is not 1, so another Podium has written it")
        }
        guard case .array(let clients) = try members.value("clients") else {
            throw members.damage("\"clients\" is no list")
        }
        var keys: [ClientKey] = []
        for (index, client) in clients.enumerated() {
            guard case .object(let client) = client else {
                throw members.damage("client \(index + 1) is no object")
            }
            let key = try ClientKey(KeptObject(client, named: "client \(index + 1)", of: path))
            guard !keys.contains(where: { $0.id == key.id || $0.name == key.name }) else {
                throw members.damage("client \(index + 1) is there twice")
            }
            keys.append(key)
        }
        return keys
    }
}

/// `clients-spent.json`: US dollars × 10¹² by the key's id.
enum CostsText {
    static func bytes(of spent: [String: Int64]) -> [UInt8] {
        let object = spent.mapValues(JSONValue.integer)
        return JSONValue.object(["version": 1, "picodollars": .object(object)]).bytes + "\n".utf8
    }

    static func read(_ bytes: [UInt8], of path: String) throws(KeyFileError) -> [String: Int64] {
        let members = try KeptObject(bytes, of: path)
        guard try members.value("version") == 1,
            case .object(let spent) = try members.value("picodollars")
        else { throw members.damage("\"version\" is not 1, or \"picodollars\" is no object") }
        var result: [String: Int64] = [:]
        for (id, value) in spent {
            guard case .integer(let amount) = value, amount >= 0 else {
                throw members.damage("what \(id.prefix(40)) has spent is no whole number from 0 on")
            }
            result[id] = amount
        }
        return result
    }
}

extension ClientKey {
    fileprivate var object: JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(id), "name": .string(name), "created": .string(created.calendar.rfc3339),
            "hash": .string(hash),
        ]
        members["budget_picodollars"] = limits.budget.map(JSONValue.integer)
        if !limits.pools.isEmpty { members["pools"] = .array(limits.pools.map(JSONValue.string)) }
        members["requests_per_minute"] = limits.requestsPerMinute.map { JSONValue($0) }
        return .object(members)
    }

    fileprivate init(_ kept: KeptObject) throws(KeyFileError) {
        id = try kept.string("id")
        name = try kept.string("name")
        guard Self.isName(name) else { throw kept.damage("\"name\" is no client's name") }
        guard let created = Timestamp(rfc3339: try kept.string("created")) else {
            throw kept.damage("\"created\" is no time such as 2026-01-31T12:00:00Z")
        }
        self.created = created
        hash = try kept.string("hash")
        guard hash.hasPrefix("$6$") else { throw kept.damage("\"hash\" is no hash of a key") }
        limits = Limits(
            budget: try kept.positive("budget_picodollars"),
            pools: try kept.strings("pools"),
            requestsPerMinute: try kept.positive("requests_per_minute").map { Int($0) }
        )
        try kept.requireNothing(
            but: [
                "id", "name", "created", "hash", "budget_picodollars", "pools",
                "requests_per_minute",
            ]
        )
    }
}

/// An object of a file that is kept: whatever is not as it was written is damage, so that no limit is
/// lost to a slip of the pen.
private struct KeptObject {
    private let members: [String: JSONValue]
    private let name: String
    private let path: String

    init(_ members: [String: JSONValue], named name: String, of path: String) {
        (self.members, self.name, self.path) = (members, name, path)
    }

    init(_ bytes: [UInt8], of path: String) throws(KeyFileError) {
        var reader = JSONReader(bytes)
        let value: JSONValue
        do {
            value = try reader.readValue()
            try reader.expectEnd()
        } catch {
            let line = 1 + bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") }
            throw KeyFileError(damaged: path, "line \(line): expected \(error.expected)")
        }
        guard case .object(let members) = value else {
            throw KeyFileError(damaged: path, "it is no JSON object")
        }
        self.init(members, named: "", of: path)
    }

    func damage(_ what: String) -> KeyFileError {
        KeyFileError(damaged: path, name.isEmpty ? what : "\(name): \(what)")
    }

    func value(_ member: String) throws(KeyFileError) -> JSONValue {
        guard let value = members[member] else { throw damage("\"\(member)\" is missing") }
        return value
    }

    func string(_ member: String) throws(KeyFileError) -> String {
        guard case .string(let text) = try value(member), !text.utf8.contains(0) else {
            throw damage("\"\(member)\" is no text")
        }
        return text
    }

    func positive(_ member: String) throws(KeyFileError) -> Int64? {
        guard let value = members[member] else { return nil }
        guard case .integer(let number) = value, number > 0 else {
            throw damage("\"\(member)\" is no whole number from 1 on")
        }
        return number
    }

    func strings(_ member: String) throws(KeyFileError) -> [String] {
        guard let value = members[member] else { return [] }
        guard case .array(let elements) = value, !elements.isEmpty else {
            throw damage("\"\(member)\" is no list of names")
        }
        var texts: [String] = []
        for element in elements {
            guard case .string(let text) = element else {
                throw damage("\"\(member)\" is no list of names")
            }
            texts.append(text)
        }
        return texts
    }

    func requireNothing(but known: Set<String>) throws(KeyFileError) {
        guard let first = members.keys.filter({ !known.contains($0) }).min() else { return }
        throw damage("\"\(first.prefix(40))\" is not known here")
    }
}

extension KeyFileError {
    fileprivate init(damaged path: String, _ what: String) {
        description =
            "\(path) is damaged (\(what)). It stays as it is: mend it, or move it away and make the"
            + " keys anew."
    }
}
