internal import PodiumCore

extension ErrorWords {
    /// The details of an error: one object, or Google's list of them.
    ///
    /// Google's are those of `google.rpc` (<https://google.aip.dev/193>): `ErrorInfo` has a
    /// `reason`, `QuotaFailure` has violations with a `quotaId`, `RetryInfo` has a `retryDelay`.
    /// Anthropic's have an `error_code`.
    mutating func readDetails(from reader: inout JSONReader) throws(JSONReader.Failure) {
        guard try reader.peek() == .array else { return try readDetail(from: &reader) }
        try reader.readElements { reader throws(JSONReader.Failure) in
            try readDetail(from: &reader)
        }
    }

    private mutating func readDetail(from reader: inout JSONReader) throws(JSONReader.Failure) {
        try reader.readMembers { name, reader throws(JSONReader.Failure) in
            switch (name, try reader.peek()) {
            case ("reason", .string), ("error_code", .string), ("quotaId", .string):
                reasons.append(try reader.readString())
            case ("retryDelay", .string):
                retryAfterMilliseconds = RetryAfter.milliseconds(
                    ofDuration: try reader.readString()
                )
            case ("violations", .array): try readDetails(from: &reader)
            default: try reader.skipValue()
            }
        }
    }
}
