import Glibc
import PodiumCore

/// Reads files of prices, in Podium's format, LiteLLM's or that of genai-prices.
public enum PriceFile {
    /// In bytes; ten times what the largest of them has.
    public static let sizeLimit = 64 << 20

    /// - Parameter day: the day that is noted as when the figures were read.
    public static func load(
        path: String,
        on day: PriceDay
    ) throws(PriceFileError) -> PriceImport {
        let bytes = try bytes(of: path)
        do {
            return try read(Array(FileText.withoutMark(bytes)), on: day)
        } catch {
            throw PriceFileError("\(path): \(error)")
        }
    }

    /// Recognizes the format by what stands in the file.
    public static func read(
        _ bytes: [UInt8],
        on day: PriceDay
    ) throws(PriceFileError) -> PriceImport {
        guard bytes.count <= sizeLimit else { throw tooLarge }
        do {
            switch try format(of: bytes) {
            case .podium: return try PodiumPriceReader.read(bytes)
            case .genAI: return try GenAIPriceReader.read(bytes, on: day)
            case .liteLLM: return try LiteLLMPriceReader.read(bytes, on: day)
            case nil: break
            }
        } catch let error as JSONReader.Failure {
            throw PriceFileError(
                "\(error), which is no price list's JSON. Is the file complete?"
            )
        } catch let error as PriceFileError {
            throw error
        } catch {
            throw PriceFileError("\(error)")
        }
        throw PriceFileError(
            "no price list that Podium knows. Give it LiteLLM's model_prices_and_context_window.json,"
                + " genai-prices' data.json, or a file in Podium's own format (docs/prices.md)."
        )
    }

    private static func format(
        of bytes: [UInt8]
    ) throws(JSONReader.Failure) -> PriceImport.Format? {
        var reader = JSONReader(bytes)
        switch try reader.peek() {
        case .array: return .genAI
        case .object: break
        default: return nil
        }
        try reader.beginObject()
        while let name = try reader.nextMember() {
            if name == "format" {
                guard try reader.peek() == .string else { return nil }
                return try reader.readString() == PodiumPriceReader.formatName ? .podium : nil
            }
            if name == "providers", try reader.peek() == .array { return .genAI }
            guard try reader.peek() == .object else {
                try reader.skipValue()
                continue
            }
            if try LiteLLMPriceReader.isEntry(&reader) { return .liteLLM }
        }
        return nil
    }

    private static var tooLarge: PriceFileError {
        PriceFileError(
            "it has more than \(sizeLimit >> 20) MB, which no price list has. Is it the right file?"
        )
    }

    private static func bytes(of path: String) throws(PriceFileError) -> [UInt8] {
        guard let file = fopen(path, "re") else { throw unreadable(path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            bytes += chunk[..<count]
            guard bytes.count <= sizeLimit else {
                throw PriceFileError("\(path): \(tooLarge)")
            }
            if count == 0 { break }
        }
        guard ferror(file) == 0 else { throw unreadable(path) }
        return bytes
    }

    private static func unreadable(_ path: String) -> PriceFileError {
        PriceFileError("\(path) cannot be read: \(String(cString: strerror(errno))).")
    }
}
