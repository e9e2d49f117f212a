internal import CCurl
internal import PodiumCore

/// The network thread's work: one curl multi handle and the transfers in it.
///
/// Not thread-safe; it is made and used on the network thread only.
final class TransferLoop {
    /// How a transfer ends, other than by curl's own result.
    private enum Ending {
        case complete
        case failed(ProviderError)
        /// The reader has gone; there is nobody to tell.
        case abandoned
    }

    private let multi: MultiHandle
    private let mailbox: TransferMailbox
    private let settings: HTTPTransport.Settings
    private var transfers: [TransferID: Transfer] = [:]
    private let clock = ContinuousClock()

    init(multi: MultiHandle, mailbox: TransferMailbox, settings: HTTPTransport.Settings) {
        self.multi = multi
        self.mailbox = mailbox
        self.settings = settings
    }

    /// Works until it is told to shut down.
    func run() {
        while handleMessages() {
            var running: Int32 = 0
            guard curl_multi_perform(multi.pointer, &running) == CURLM_OK else { break }
            handleResults()
            let now = clock.now
            expire(at: now)
            let wait = waitingTime(from: now)
            guard curl_multi_poll(multi.pointer, nil, 0, wait, nil) == CURLM_OK else { break }
        }
        close()
    }

    private func close() {
        let gone = ProviderError(
            .connection,
            "The network connection of this program has been shut down.",
            isRetryable: false
        )
        for case .start(_, _, let exchange) in mailbox.close() { exchange.finish(throwing: gone) }
        for id in transfers.keys { end(id, .failed(gone)) }
        curl_multi_cleanup(multi.pointer)
    }
}

// MARK: - Messages

extension TransferLoop {
    /// False when it is time to end.
    private func handleMessages() -> Bool {
        for message in mailbox.drain() {
            switch message {
            case .start(let request, let id, let exchange): start(request, id, exchange)
            case .wish(.cancel, let id): end(id, .abandoned)
            case .wish(.resume, let id): transfers[id]?.resume(at: clock.now)
            case .wish(.wrapUp(let time), let id):
                transfers[id]?.deadlines.wrapUp(at: clock.now + time)
            case .wish(.carryOn, let id): transfers[id]?.deadlines.wrapUp(at: nil)
            case .shutdown: return false
            }
        }
        return true
    }

    private func start(_ request: HTTPRequest, _ id: TransferID, _ exchange: HTTPExchange) {
        do throws(ProviderError) {
            let transfer = try Transfer(
                request,
                id: id,
                exchange: exchange,
                settings: settings,
                clock: clock
            )
            guard curl_multi_add_handle(multi.pointer, transfer.easy) == CURLM_OK else {
                throw ProviderError(
                    .connection,
                    "curl could not take the request.",
                    isRetryable: true
                )
            }
            transfers[id] = transfer
        } catch {
            exchange.finish(throwing: error)
        }
    }

    private func end(_ id: TransferID, _ ending: Ending) {
        guard let transfer = transfers.removeValue(forKey: id) else { return }
        // Removing a transfer that is not complete closes its connection, by which the server
        // learns that nobody listens any more.
        curl_multi_remove_handle(multi.pointer, transfer.easy)
        switch ending {
        case .complete: transfer.exchange?.finish()
        case .failed(let error): transfer.exchange?.finish(throwing: error)
        case .abandoned: break
        }
    }
}

// MARK: - Results and deadlines

extension TransferLoop {
    private func handleResults() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi.pointer, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let id = Transfer.id(of: easy), let transfer = transfers[id]
            else { continue }
            // `message` is void after the handle is removed, so the result is read first.
            let result = message.pointee.data.result
            end(id, transfer.error(for: result).map(Ending.failed) ?? .complete)
        }
    }

    private func expire(at now: ContinuousClock.Instant) {
        for (id, transfer) in transfers {
            switch transfer.deadlines.expired(at: now) {
            case .wrapUp: end(id, .complete)
            case .total: end(id, .failed(transfer.timeoutError))
            case .idle: end(id, .failed(transfer.stallError))
            case nil: break
            }
        }
    }

    /// Milliseconds until something of ours is due; curl wakes up for its own timers by itself.
    private func waitingTime(from now: ContinuousClock.Instant) -> Int32 {
        guard let next = transfers.values.lazy.map(\.deadlines.next).min() else { return 60_000 }
        let milliseconds = (next - now).inSeconds * 1000
        return Int32(min(max(milliseconds.rounded(.up), 0), 60_000))
    }
}
