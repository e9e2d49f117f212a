import Foundation
import Glibc
import PodiumConfiguration
import PodiumCore
import PodiumEngine
public import PodiumPrices

/// The prices this user's sessions go by: those that come with the program, and over them those of
/// `prices.json` in the data directory.
public struct UserPrices: Sendable {
    /// Where the user's own list is, whether or not it exists.
    public let path: String
    private let directory: String

    public init(places: Places) throws(StudioError) {
        directory = try places.data
        path = "\(directory)/prices.json"
    }

    public static var today: PriceDay { PriceDay(SystemEnvironment().now()) }

    /// The user's own list; empty when there is none.
    ///
    /// - Throws: `StudioError` when the file is there and cannot be read as a whole. A price that is
    ///   silently another would be worse.
    public func own() throws(StudioError) -> PriceList {
        if access(path, F_OK) != 0, errno == ENOENT { return PriceList() }
        let file: PriceImport
        do throws(PriceFileError) {
            file = try PriceFile.load(path: path, on: Self.today)
        } catch {
            throw StudioError(.file, "\(error)")
        }
        guard file.format == .podium else {
            throw StudioError(
                .file,
                "\(path) is in the format of \(file.format.rawValue). Move it away, and give it"
                    + " to podium prices update --from FILE."
            )
        }
        guard let refusal = file.refusals.first else { return file.list }
        throw StudioError(
            .file,
            "\(path): \(refusal.model): \(refusal.reason). Correct it there (docs/prices.md),"
                + " or remove the file to go by the prices that come with Podium."
        )
    }

    /// All prices there are.
    public func all() throws(StudioError) -> PriceList { PriceList.shipped.merging(try own()) }

    /// A configuration whose workers have the prices that are known where it gives none.
    func filling(_ configuration: Configuration) throws(StudioError) -> Configuration {
        let list = try all()
        return configuration.pricing { worker, settings in
            guard let vendor = settings.preset.flatMap(PriceVendor.init(named:)) else { return nil }
            return list.price(
                vendor: vendor,
                model: worker.model,
                on: Self.today,
                tier: worker.options?.serviceTier.flatMap { ServiceTier(rawValue: $0) } ?? .standard
            )
        }
    }

    /// Writes the user's own list, whole or not at all.
    public func save(_ list: PriceList) throws(StudioError) {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(list.json.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw StudioError(
                .file,
                "\(path) cannot be written: \(error.localizedDescription)"
                    + " Is the directory yours, and is there room?"
            )
        }
    }
}
