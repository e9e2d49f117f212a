# Checks the imports of Swift files against a table of allowed arrows.
#
#   awk -f import_arrows.awk arrows.txt Sources/Target/File.swift …
#
# Prints `file:line: error: …` for each breach; the exit status tells whether there was one.

# The table.
FILENAME == ARGV[1] {
    sub(/#.*/, "")
    if (NF == 0) next
    colon = index($0, ":")
    if (colon == 0) {
        breach("a row reads 'Target: Module…'")
        next
    }
    target = trimmed(substr($0, 1, colon - 1))
    count = split(substr($0, colon + 1), names)
    has_row[target]
    governed[target]
    row[target] = ""
    for (i = 1; i <= count; i++) {
        allowed[target, names[i]]
        governed[names[i]]
        row[target] = row[target] (i > 1 ? ", " : "") names[i]
    }
    next
}

FNR == 1 {
    split(FILENAME, parts, "/")
    target = parts[2]
    in_comment = 0
    if (!(target in has_row) && !(target in reported)) {
        reported[target]
        breach("target " target " has no row in " ARGV[1])
    }
}

# Block comments that span lines; an import is never written behind one on the same line.
in_comment { if (/\*\//) in_comment = 0; next }
/^[ \t]*\/\*/ && !/\*\// { in_comment = 1; next }

# [@attribute…] [access] import [kind] Module[.Symbol]
/^[ \t]*(@[A-Za-z_]+(\([^)]*\))?[ \t]+)*((public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+/ {
    module = $0
    sub(/^.*import[ \t]+/, "", module)
    sub(/^(struct|class|enum|protocol|typealias|func|var|let)[ \t]+/, "", module)
    sub(/[^A-Za-z0-9_].*/, "", module)
    if (!(target in has_row) || module == target || !(module in governed)) next
    if ((target, "*") in allowed || (target, module) in allowed) next
    breach(target " must not import " module " (it may import: " \
        (row[target] == "" ? "no other target" : row[target]) ")")
}

END { exit breaches > 0 }

function breach(message) {
    printf "%s:%d: error: %s\n", FILENAME, FNR, message
    breaches++
}

function trimmed(text) {
    gsub(/^[ \t]+|[ \t]+$/, "", text)
    return text
}
