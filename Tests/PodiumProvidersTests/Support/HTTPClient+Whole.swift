import Foundation
import PodiumCore

@testable import PodiumProviders

extension HTTPClient {
    /// The status and the body of a small response.
    func response(to request: HTTPRequest) async throws -> (status: Int, body: Data) {
        let exchange = start(request)
        var status = 0
        var body = Data()
        while let part = try await exchange.next() {
            switch part {
            case .head(let head): status = head.status
            case .body(let bytes): body.append(contentsOf: bytes)
            }
        }
        return (status, body)
    }
}
