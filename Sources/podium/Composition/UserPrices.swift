import Foundation
import Glibc
import PodiumCore
import PodiumEngine
import PodiumPrices

/// The prices this user's sessions go by: those that come with the program, and over them those of
/// `prices.json` in the data directory.
struct UserPrices {
    /// Where the user's own list is, whether or not it exists.
    let path: String
    private let directory: String

    init(places: PlaceOptions) throws {
        directory = try Places().data(option: places.data)
        path = "\(directory)/prices.json"
    }

    static var today: PriceDay { PriceDay(SystemEnvironment().now()) }

    /// The user's own list; empty when there is none.
    ///
    /// - Throws: `Failure` when the file is there and cannot be read as a whole. A price that is
    ///   silently another would be worse.
    func own() throws -> PriceList {
        if access(path, F_OK) != 0, errno == ENOENT { return PriceList() }
        do {
            let file = try PriceFile.load(path: path, on: Self.today)
            guard file.format == .podium else {
                throw Failure(
                    "\(path) is in the format of \(file.format.rawValue). Move it away, and give it"
                        + " to podium prices update --from FILE."
                )
            }
            guard let refusal = file.refusals.first else { return file.list }
            throw Failure(
                "\(path): \(refusal.model): \(refusal.reason). Correct it there (docs/prices.md),"
                    + " or remove the file to go by the prices that come with Podium."
            )
        } catch let error as PriceFileError {
            throw Failure("\(error)")
        }
    }

    /// All prices there are.
    func all() throws -> PriceList { PriceList.shipped.merging(try own()) }

    /// Writes the user's own list, whole or not at all.
    func save(_ list: PriceList) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(list.json.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(
                "\(path) cannot be written: \(error.localizedDescription)"
                    + " Is the directory yours, and is there room?"
            )
        }
    }
}
