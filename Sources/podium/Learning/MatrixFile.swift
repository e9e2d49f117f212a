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

    /// One that is gone on with; empty where there is none yet. A last line that was cut off, as by a power
    /// cut, is taken out of the file: its call is made again.
    ///
    /// - Throws: `Failure` when it is no matrix.
    static func readToAppend(_ path: String) throws -> Matrix {
        guard let data = FileManager.default.contents(atPath: path) else { return Matrix() }
        let end = data.lastIndex(of: 0x0A).map { data.index(after: $0) } ?? data.startIndex
        if end < data.endIndex, (try? Matrix(data: data[end...], name: "")) == nil {
            try data[..<end].write(to: URL(fileURLWithPath: path), options: .atomic)
        }
        return try read(path)
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
