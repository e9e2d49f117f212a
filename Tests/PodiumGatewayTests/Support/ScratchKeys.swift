import Foundation

@testable import PodiumGateway

/// Files of keys in a directory of their own.
final class ScratchKeys: Sendable {
    let file: KeyFile
    private let directory: URL

    init() {
        directory = FileManager.default.temporaryDirectory
            .appending(path: "podium-keys-\(UUID().uuidString)")
        file = KeyFile(directory: directory.path)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    func write(_ text: String, to name: String = "clients.json") throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: directory.appending(path: name))
    }

    func text(of name: String = "clients.json") throws -> String {
        try String(contentsOf: directory.appending(path: name), encoding: .utf8)
    }

    func mode(of name: String = "clients.json") throws -> Int? {
        let path = directory.appending(path: name).path
        return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []).sorted()
    }
}
