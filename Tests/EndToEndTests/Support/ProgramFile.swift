import Foundation
import Glibc

/// Where the program under test and the repository are.
enum ProgramFile {
    /// The binary: `PODIUM_BINARY`, or the one that was built beside this test bundle, or the one
    /// of the repository's debug build.
    static func locate() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        if let path = environment["PODIUM_BINARY"] { return path }
        let bundle = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let candidates = [
            bundle.deletingLastPathComponent().appending(path: "podium").path,
            Bundle.main.bundleURL.appending(path: "podium").path,
            repository + "/.build/debug/podium",
        ]
        guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else {
            throw Missing(description: "no podium binary at \(candidates); set PODIUM_BINARY")
        }
        return found
    }

    /// The root of the repository.
    static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    struct Missing: Error, CustomStringConvertible {
        var description: String
    }
}
