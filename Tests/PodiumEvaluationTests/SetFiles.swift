import Foundation
import Testing

@testable import PodiumEvaluation

/// Reads a set from a file of the given name.
func read(
    _ text: String,
    as name: String = "set.jsonl",
    format: SetFormat? = nil,
    seed: UInt64 = 0
) throws -> EvaluationSet {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return try EvaluationSet(file: file, format: format, seed: seed)
}

func item(_ text: String, as name: String = "set.jsonl") throws -> EvaluationItem {
    try #require(try read(text, as: name).items.first)
}
