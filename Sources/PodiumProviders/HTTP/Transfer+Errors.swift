internal import CCurl
internal import PodiumCore

extension Transfer {
    /// What a curl result means for the call, or nil when it went well.
    func error(for result: CURLcode) -> ProviderError? {
        guard result != CURLE_OK else { return nil }
        if let refusal { return refusal }
        return ProviderError(
            curl: result,
            text: curlText,
            authority: authority,
            hasHead: hasHead,
            limits: limits
        )
    }

    var timeoutError: ProviderError {
        ProviderError(
            .timeout,
            "\(authority) took longer than \(limits.total.shortText) for the whole call.",
            advice: "Raise the provider's total limit if such calls are expected.",
            isRetryable: true
        )
    }

    var stallError: ProviderError {
        let what = hasHead ? "stopped sending" : "sent nothing"
        return ProviderError(
            .stalled,
            "\(authority) \(what) for \(limits.idle.shortText).",
            advice: "Raise the provider's idle limit if the model thinks for longer than that.",
            isRetryable: true
        )
    }

    func tooLarge(limit: Int) -> ProviderError {
        ProviderError(
            .tooLarge,
            "\(authority) sent more than \(limit) bytes.",
            isRetryable: false
        )
    }
}

extension ProviderError {
    /// Says what failed, where, and how to mend it, for an error of curl.
    ///
    /// - Parameters:
    ///   - text: curl's own words, which name the cause (for instance that of a TLS failure).
    ///   - hasHead: Whether the response had begun; from then on a broken connection is a cut-off.
    init(curl code: CURLcode, text: String, authority: String, hasHead: Bool, limits: HTTPLimits) {
        let reason = text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
        func connection(_ message: String, advice: String, retryable: Bool = true) -> Self {
            Self(.connection, message, advice: advice, isRetryable: retryable)
        }
        self =
            switch code {
            case CURLE_COULDNT_RESOLVE_HOST:
                connection(
                    "The name of \(authority) cannot be resolved.",
                    advice: "Check base_url and the network connection."
                )
            case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY:
                connection(
                    "The proxy for \(authority) cannot be used: \(reason).",
                    advice: "Check https_proxy, http_proxy and no_proxy in the environment."
                )
            case CURLE_COULDNT_CONNECT:
                connection(
                    "Cannot connect to \(authority): \(reason).",
                    advice: "Is the server running, and is base_url right?"
                )
            case CURLE_OPERATION_TIMEDOUT:
                connection(
                    "\(authority) did not accept a connection within"
                        + " \(limits.connect.shortText).",
                    advice: "Check base_url, the network connection and any firewall."
                )
            case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR,
                CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS:
                connection(
                    "The certificate of \(authority) is not trusted: \(reason).",
                    advice: "Name the authority's certificates in SSL_CERT_FILE if they are your"
                        + " own.",
                    retryable: false
                )
            case CURLE_SSL_CACERT_BADFILE:
                connection(
                    "The file of trusted certificates cannot be read: \(reason).",
                    advice: "Check CURL_CA_BUNDLE and SSL_CERT_FILE in the environment.",
                    retryable: false
                )
            case CURLE_SSL_CONNECT_ERROR:
                connection(
                    "No secure connection to \(authority): \(reason).",
                    advice: "Does the server speak https, as base_url says?"
                )
            case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
                Self(
                    .malformedReply,
                    "\(authority) does not answer in HTTP: \(reason).",
                    advice: "Check the port and the scheme (http or https) in base_url.",
                    isRetryable: false
                )
            case CURLE_OUT_OF_MEMORY:
                connection("curl is out of memory.", advice: "Run fewer steps at once.")
            default:
                hasHead
                    ? Self(
                        .cutOff,
                        "\(authority) broke off its reply: \(reason).",
                        isRetryable: true
                    )
                    : connection(
                        "The connection to \(authority) failed: \(reason).",
                        advice: "Check the server and the network connection."
                    )
            }
    }
}

extension Duration {
    /// `10 s`, `0.25 s`, `5 min`.
    var shortText: String {
        let seconds = inSeconds
        if seconds >= 120, seconds.truncatingRemainder(dividingBy: 60) == 0 {
            return "\(Int(seconds / 60)) min"
        }
        return seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
    }
}
