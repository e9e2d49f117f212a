internal import Foundation
internal import PodiumCore

/// The clients that may ask, in `clients.json` beside the sessions, and what their runs have cost, in
/// `clients-spent.json`. Several processes may use both.
///
/// ```swift
/// let key = try KeyFile(directory: "/data").add("ann")
/// ```
public struct KeyFile: Sendable {
    private let directory: String
    let clients: SharedFile
    let costs: SharedFile

    /// - Parameter directory: where sessions are kept (`Places.data`).
    public init(directory: String) {
        self.directory = directory
        clients = SharedFile(
            path: "\(directory)/clients.json",
            lockPath: "\(directory)/clients.lock"
        )
        costs = SharedFile(
            path: "\(directory)/clients-spent.json",
            lockPath: "\(directory)/clients.lock"
        )
    }

    /// In the order in which they were made.
    ///
    /// - Throws: where the file is damaged, what is wrong in which line.
    public func keys() throws(KeyFileError) -> [ClientKey] {
        guard let bytes = try clients.read() else { return [] }
        return try ClientsText.read(bytes, of: clients.path)
    }

    /// Makes a key.
    ///
    /// - Returns: the key itself, which is kept nowhere.
    public func add(
        _ name: String,
        _ limits: ClientKey.Limits = ClientKey.Limits()
    ) throws(KeyFileError) -> String {
        guard ClientKey.isName(name) else {
            throw KeyFileError(
                description: "A client's name has letters, digits, '.', '_' and '-', and"
                    + " \(ClientKey.nameLimit) at most."
            )
        }
        let text = KeyText()
        guard let hash = KeyHash.make(of: text.secret) else {
            throw KeyFileError(description: "The C library's crypt knows no SHA-512 ($6$).")
        }
        let key = ClientKey(
            id: text.id,
            name: name,
            created: Timestamp(microseconds: Int64(SystemTime.seconds) * 1_000_000),
            limits: limits,
            hash: hash
        )
        try makeDirectory()
        try clients.whileLocked { () throws(KeyFileError) in
            var keys = try keys()
            guard !keys.contains(where: { $0.name == name }) else {
                throw KeyFileError(
                    description:
                        "There is a key of \(name) already. Remove it first, or choose another"
                        + " name."
                )
            }
            guard !keys.contains(where: { $0.id == key.id }) else {
                throw KeyFileError(description: "The generator gave an id twice. Try again.")
            }
            keys.append(key)
            try clients.replace(with: ClientsText.bytes(of: keys))
        }
        return text.text
    }

    /// - Returns: whether there was one.
    public func remove(_ name: String) throws(KeyFileError) -> Bool {
        guard clients.stamp != nil else { return false }
        return try clients.whileLocked { () throws(KeyFileError) in
            let keys = try keys()
            let left = keys.filter { $0.name != name }
            guard left.count < keys.count else { return false }
            try clients.replace(with: ClientsText.bytes(of: left))
            return true
        }
    }

    private func makeDirectory() throws(KeyFileError) {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw KeyFileError(description: "The directory \(directory) cannot be made.")
        }
    }

    // MARK: What was spent

    /// US dollars × 10¹² that the runs of each key have cost, by its id.
    public func spent() throws(KeyFileError) -> [String: Int64] {
        guard let bytes = try costs.read() else { return [:] }
        return try CostsText.read(bytes, of: costs.path)
    }

    /// Counts what a run has cost; it is on the disk when this returns.
    func count(_ picodollars: Int64, of id: String) throws(KeyFileError) {
        guard picodollars > 0 else { return }
        try costs.whileLocked { () throws(KeyFileError) in
            var spent = try spent()
            spent[id] = (spent[id] ?? 0).addingClamped(picodollars)
            try costs.replace(with: CostsText.bytes(of: spent))
        }
    }
}
