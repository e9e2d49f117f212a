import CellUI
import Foundation
import PodiumEvaluation
import PodiumStudio

/// A matrix in a file.
enum MatrixFile {
    /// Where it is kept if nothing is said; the directory is made where it is missing.
    static func usualPath(_ places: Places) throws -> String {
        let folder = try places.data
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return "\(folder)/matrix.jsonl"
    }

    /// - Throws: `Failure` when it is not there or no matrix.
    static func read(_ path: String) throws -> Matrix {
        let shown = visible(path, keepingNewlines: false)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("there is no file \(shown) that can be read.", status: .usage)
        }
        do throws(Matrix.Invalid) {
            return try Matrix(data: data, name: shown)
        } catch {
            throw Failure("\(error)", status: .usage)
        }
    }
}
