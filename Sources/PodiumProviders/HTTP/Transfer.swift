internal import CCurl
internal import PodiumCore

/// One curl easy handle, its request and what has come back. Used on the network thread only.
final class Transfer {
    let easy: UnsafeMutableRawPointer
    let limits: HTTPLimits
    /// Whether a second request may be a second answer.
    private let isPaidFor: Bool
    /// `host:port`, for messages.
    let authority: String
    /// Weak: a reader that drops the exchange cancels the transfer.
    private(set) weak var exchange: HTTPExchange?
    var deadlines: TransferDeadlines
    private(set) var hasHead = false
    /// Why a callback made curl give up.
    private(set) var refusal: ProviderError?

    private let clock: ContinuousClock
    private var head = HTTPResponseHead.Reader()
    private var bodyCount = 0
    private var requestCount = 0
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private let errorText: UnsafeMutablePointer<CChar>

    /// Throws when the request cannot be made at all.
    init(
        _ request: HTTPRequest,
        id: TransferID,
        exchange: HTTPExchange,
        settings: HTTPTransport.Settings,
        clock: ContinuousClock
    ) throws(ProviderError) {
        let server: BaseURL
        do {
            server = try BaseURL(serverOf: request.url)
        } catch {
            throw ProviderError(
                .invalidRequest,
                "The address of the request is not a URL of http or https.",
                isRetryable: false
            )
        }
        guard request.headers.allSatisfy(\.isValid) else {
            throw ProviderError(
                .invalidRequest,
                "A header of the request holds characters that HTTP forbids.",
                advice: "Look for a line break in the key or in the extra headers.",
                isRetryable: false
            )
        }
        guard let easy = curl_easy_init() else {
            throw ProviderError(.connection, "curl is out of memory.", isRetryable: true)
        }
        self.easy = easy
        self.limits = request.limits
        self.isPaidFor = request.method == .post
        self.authority = server.authority
        self.exchange = exchange
        self.clock = clock
        self.deadlines = TransferDeadlines(limits: request.limits, start: clock.now)
        self.errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        self.errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        setOptions(request, id: id, settings: settings, server: server)
    }

    deinit {
        // In this order: curl may touch the list and the text until the handle is gone.
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerList)
        errorText.deallocate()
    }

    /// What curl said about its error, or nothing.
    var curlText: String { String(cString: errorText) }

    static func id(of easy: UnsafeMutableRawPointer) -> TransferID? {
        var value: UnsafeMutableRawPointer?
        guard ccurl_get_pointer(easy, CURLINFO_PRIVATE, &value) == CURLE_OK else { return nil }
        return TransferID(bitPattern: value)
    }

    func resume(at now: ContinuousClock.Instant) {
        deadlines.advance(at: now)
        curl_easy_pause(easy, CURLPAUSE_CONT)
    }
}

// MARK: - Options

extension Transfer {
    private func setOptions(
        _ request: HTTPRequest,
        id: TransferID,
        settings: HTTPTransport.Settings,
        server: BaseURL
    ) {
        ccurl_set_string(easy, CURLOPT_URL, request.url)
        ccurl_set_string(easy, CURLOPT_PROTOCOLS_STR, "http,https")
        ccurl_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_long(easy, CURLOPT_SSL_VERIFYPEER, 1)
        ccurl_set_long(easy, CURLOPT_SSL_VERIFYHOST, 2)
        ccurl_set_string(easy, CURLOPT_USERAGENT, settings.userAgent)
        if let bundle = settings.certificateBundle {
            ccurl_set_string(easy, CURLOPT_CAINFO, bundle)
        }
        // A proxy for the outside world cannot reach this machine's own servers.
        if server.isLoopback { ccurl_set_string(easy, CURLOPT_NOPROXY, "*") }
        ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        let version =
            switch settings.version {
            case .http1: CURL_HTTP_VERSION_1_1
            case .http2: CURL_HTTP_VERSION_2TLS
            }
        ccurl_set_long(easy, CURLOPT_HTTP_VERSION, version)

        // Signals and slow name lookups must not reach beyond this thread.
        ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(easy, CURLOPT_QUICK_EXIT, 1)
        ccurl_set_long(easy, CURLOPT_TCP_KEEPALIVE, 1)
        ccurl_set_close_on_exec(easy)
        let connect = (limits.connect.inSeconds * 1000).rounded(.up)
        ccurl_set_long(
            easy,
            CURLOPT_CONNECTTIMEOUT_MS,
            Int(min(max(connect, 1), Double(Int32.max)))
        )

        setBody(request)
        setHeaders(request.headers)
        setCallbacks(id: id)
    }

    private func setBody(_ request: HTTPRequest) {
        guard request.method == .post else {
            ccurl_set_long(easy, CURLOPT_HTTPGET, 1)
            return
        }
        ccurl_set_long(easy, CURLOPT_POST, 1)
        ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
        // The size must be set first: curl copies that many bytes.
        request.body.withUnsafeBytes { bytes in
            let start = bytes.baseAddress ?? UnsafeRawPointer(errorText)
            _ = ccurl_set_bytes(easy, CURLOPT_COPYPOSTFIELDS, start)
        }
    }

    private func setHeaders(_ headers: [HTTPHeader]) {
        // Large bodies would otherwise wait a second for a "100 Continue" that few servers send.
        var lines = ["Expect:"]
        // A field without a value is written with a semicolon in curl's lists.
        lines += headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        for line in lines { headerList = curl_slist_append(headerList, line) ?? headerList }
        ccurl_set_list(easy, CURLOPT_HTTPHEADER, headerList)
    }

    private func setCallbacks(id: TransferID) {
        // Unretained: the loop owns the transfer until the handle has left curl.
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(easy, CURLOPT_PRIVATE, UnsafeMutableRawPointer(bitPattern: id))
        ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText)
        ccurl_set_pointer(easy, CURLOPT_WRITEDATA, context)
        ccurl_set_pointer(easy, CURLOPT_HEADERDATA, context)
        ccurl_set_pointer(easy, CURLOPT_PREREQDATA, context)
        ccurl_set_request_callback(easy) { context, _, _, _, _ in
            guard let context else { return CURL_PREREQFUNC_ABORT }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.allowRequest() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
        ccurl_set_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.receiveBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        ccurl_set_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            transfer.receiveHeaderLine(String(decoding: line, as: UTF8.self))
            return line.count
        }
    }
}

// MARK: - Callbacks

extension Transfer {
    /// Where a kept connection closes without a word of an answer, curl makes the request once more on a
    /// new one. The server may have begun the first, so what costs money is not repeated here: that is an
    /// attempt of its own.
    private func allowRequest() -> Bool {
        requestCount += 1
        guard requestCount > 1, isPaidFor else { return true }
        refusal = ProviderError(
            .connection,
            "\(authority) closed the connection before it answered.",
            isRetryable: true
        )
        return false
    }

    private func receiveHeaderLine(_ line: String) {
        deadlines.advance(at: clock.now)
        guard let head = head.read(line) else { return }
        hasHead = true
        _ = exchange?.receive(.head(head))
    }

    /// The count of the bytes taken, or one of curl's values for "pause" and "give up".
    private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard !bytes.isEmpty else { return 0 }
        if let limit = limits.responseBytes, bodyCount + bytes.count > limit {
            refusal = tooLarge(limit: limit)
            return Int(CURL_WRITEFUNC_ERROR)
        }
        guard let exchange else { return Int(CURL_WRITEFUNC_ERROR) }
        guard exchange.receive(.body(Array(bytes))) else {
            deadlines.pause()
            return Int(CURL_WRITEFUNC_PAUSE)
        }
        bodyCount += bytes.count
        deadlines.advance(at: clock.now)
        return bytes.count
    }
}
