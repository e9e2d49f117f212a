import Foundation
import PodiumCore
import Testing

/// A directory that is deleted when the value goes.
final class TemporaryDirectory {
    let path: String

    init() throws {
        var template = Array("/tmp/podium-configuration-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        path = String(cString: made)
    }

    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = "\(path)/\(name)"
        let directory = file.prefix(upTo: file.lastIndex(of: "/") ?? file.startIndex)
        try FileManager.default.createDirectory(
            atPath: String(directory),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A pool for plan files: two models, the second the dearer, and a specialist.
let planPool = [
    Worker(name: "smol", provider: "local", model: "smol-1", price: Price(input: 1, output: 2)),
    Worker(name: "sage", provider: "cloud", model: "sage-3", price: Price(input: 5, output: 9)),
    Worker(
        name: "reckoner",
        provider: "embedded",
        model: "reckoner",
        price: Price(currency: .nominal, input: 1, output: 99)
    ),
]
