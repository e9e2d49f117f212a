extension Phrasebook {
    static let arithmetic = forms(
        .arithmetic,
        """
        # compute (n) number
        Compute {n}.
        What is {n}?
        Calculate {n}.
        How much is {n}?
        {n} = ?
        {n} =
        ~ Work out {n}.
        ~ Find the value of {n}.
        Evaluate {n}.
        > compute it
        > compute the result
        > compute what it says
        > calculate it

        # add (n n2) number
        Add {n} and {n2}.
        Add {n2} to {n}.
        ~ Sum up {n} and {n2}.
        = the sum of {n} and {n2}
        = (the|) sum of {n} and {n2}
        > add {n2} to (the result|it)
        > add {n2}
        > add (the two numbers|the two results|them)

        # subtract (n n2) number
        Subtract {n2} from {n}.
        Take {n2} from {n}.
        ~ Take {n2} away from {n}.
        = {n} minus {n2}
        > subtract {n2} from (the result|it)
        > subtract {n2}
        > subtract the second (number|result|) from the first

        # difference (n n2) number
        = the difference between {n} and {n2}
        = (the|) difference (of|between) {n} and {n2}

        # double (n) number
        Double {n}.
        > double (it|the number|the result)

        # halve (n) number
        Halve {n}.
        > halve (it|the number|the result)

        # square (n) number
        Square {n}.
        = the square of {n}
        > square (it|the number|the result)

        # multiply (n n2) number
        Multiply {n} by {n2}.
        Multiply {n} and {n2}.
        ~ Multiply {n} with {n2}.
        = the product of {n} and {n2}
        = (the|) product of {n} and {n2}
        > multiply (the result|it) by {n2}
        > multiply by {n2}
        > multiply (the two numbers|the two results|them)

        # divide (n n2) number
        Divide {n} by {n2}.
        ~ Share {n} equally among {n2}.
        = the quotient of {n} and {n2}
        > divide (the result|it) by {n2}
        > divide by {n2}

        # remainder (n n2) number
        What is the remainder when {n} is divided by {n2}?
        What remains when {n} is divided by {n2}?
        ~ What is left over when {n} is divided by {n2}?
        = the remainder when {n} is divided by {n2}
        = (the|) remainder (of|when) {n} divided by {n2}
        > find (the remainder|its remainder) when it is divided by {n2}
        > take it modulo {n2}

        # gcd (n n2) number
        ~ Which is the largest number that divides both {n} and {n2}?
        = the greatest common divisor of {n} and {n2}
        = (the|) (gcd|greatest common divisor|greatest common factor|hcf) of {n} and {n2}
        = (gcd|hcf)[{n}, {n2}]
        > find the (greatest common divisor|gcd) of (it and {n2}|the result and {n2})

        # lcm (n n2) number
        ~ Which is the smallest number that both {n} and {n2} divide?
        = the least common multiple of {n} and {n2}
        = (the|) (lcm|least common multiple|lowest common multiple) of {n} and {n2}
        = lcm[{n}, {n2}]

        # total (list) number
        Add (|the numbers) {list}.
        ~ Add up {list}.
        = (the|) (sum|total) of (|the numbers) {list}
        > add (the numbers|them) up

        # product (list) number
        Multiply (|the numbers) {list}.
        = (the|) product of (|the numbers) {list}

        # average (list) number
        ~ Average the numbers {list}.
        = (the|) (average|mean|arithmetic mean) of (|the numbers) {list}
        > take (their|the) average

        # largest (list) number
        Which is the (largest|greatest|biggest) of (|the numbers) {list}?
        = (the|) (largest|greatest|biggest|maximum) of (|the numbers) {list}

        # smallest (list) number
        Which is the (smallest|least) of (|the numbers) {list}?
        = (the|) (smallest|least|minimum) of (|the numbers) {list}

        # root (n) number
        = (the|) square root of {n}
        = sqrt[{n}]
        = √{n}
        > take (the|its) square root

        # factorial (n) number
        = (the|) factorial of {n}

        # percentage (n n2) number
        What percentage of {n2} is {n}?
        {n} is what percentage of {n2}?
        ~ How many percent of {n2} is {n}?
        What percent of {n2} is {n}?

        # raise (n n2) number
        Increase {n} by {n2}(%| percent).
        ~ Raise {n} by {n2} percent.
        What is {n} increased by {n2}(%| percent)?
        > increase (it|the result) by {n2}(%| percent)

        # lower (n n2) number
        Decrease {n} by {n2}(%| percent).
        ~ Lower {n} by {n2} percent.
        What is {n} decreased by {n2}(%| percent)?
        > decrease (it|the result) by {n2}(%| percent)
        """
    )

    static let numberTheory = forms(
        .arithmetic,
        """
        # prime (n) answer
        Is {n} prime?
        Is {n} a prime( number|)?
        ~ Is it true that {n} is prime?
        > say whether it is (a|) prime
        > say if it is (a|) prime( number|)

        # factors (n) answer
        Find the prime factors of {n}.
        What are the prime factors of {n}?
        Factorize {n}.
        Factor {n}.
        ~ Write {n} as a product of primes.
        What is the prime factorization of {n}?
        > find (the|its) prime factors
        > factorize (it|the result)

        # divisors (n) number
        How many divisors does {n} have?
        How many divisors has {n}?
        ~ By how many numbers can {n} be divided?
        = the number of divisors of {n}

        # nextPrime (n) number
        Which prime comes after {n}?
        ~ Which is the first prime above {n}?
        = the next prime after {n}
        = (the|) (next|first|smallest) prime (number|) (after|above|greater than|larger than) {n}
        > find the next prime

        # toBase (n base) text
        Write {n} in {base}.
        Convert {n} to {base}.
        What is {n} in {base}?
        {n} in {base}
        ~ Express {n} in {base}.
        > (write|convert) (the result|it) (in|to) {base}
        > in {base}

        # fromBase (digits base) number
        Convert (|the number) {digits} from {base} to decimal.
        What is the {base} number {digits} in decimal?
        Convert the {base} number {digits} to decimal.
        ~ Write the {base} number {digits} in decimal.
        Convert {base} {digits} to decimal.
        What is {digits} in {base} as a decimal( number|)?
        = the {base} number {digits}

        # convert (n unit unit2) answer
        How many {unit2} are there in {n} {unit}?
        - How many {unit2} in {n} {unit}?
        How many {unit2} are (in|) {n} {unit}?
        Convert {n} {unit} (to|into) {unit2}.
        What is {n} {unit} in {unit2}?
        {n} {unit} (in|to) {unit2}
        ~ Express {n} {unit} in {unit2}.
        How many {unit2} (is|make) {n} {unit}?
        How much is {n} {unit} in {unit2}?
        """
    )

    static let algebra = forms(
        .algebra,
        """
        # equation (eq) answer
        Solve {eq}.
        Solve the equation {eq}.
        Solve {eq} for {variable}.
        For which {variable} is {eq}?
        ~ Which number satisfies {eq}?
        ~ For which number does {eq} hold?
        - Which {variable} satisfies {eq}?
        {eq}
        Find {variable} (if|when|where|such that) {eq}.
        What is {variable} if {eq}?
        If {eq}, what is {variable}?
        = the solution of {eq}
        > solve (it|the equation in it|the equation|the equation that it states)

        # unknown (variable eqs) number given by system
        What is {variable} if {eqs}?
        If {eqs}, what is {variable}?
        Find {variable} (if|where|when) {eqs}.
        ~ Which number is {variable} when {eqs}?
        = the value of {variable} (if|where|when) {eqs}
        = the solution of {eqs} for {variable}

        # system (eqs) answer
        Solve the system {eqs}.
        Solve {eqs}.
        Solve the (system of equations|equations) {eqs}.
        ~ Which numbers satisfy {eqs}?
        Find {names} (if|where|when|such that) {eqs}.
        Solve {eqs} for {names}.
        < The numbers {names} satisfy {eqs}.
        < If {eqs},
        < Let {eqs}.
        < where {eqs}
        < Solve the system {eqs}.
        < ~ Suppose that {eqs}.

        # sequence (terms) number
        What comes next in {terms}?
        What comes next in the sequence {terms}?
        What comes next: {terms}?
        Continue the sequence {terms}.
        What comes next after {terms}?
        ~ Which number follows in the sequence {terms}?
        {terms}, ?
        What comes next in the sequence of Roman numerals {terms}?
        = the next number in (|the sequence) {terms}
        = (the|) next (number|term) (of|in) (|the sequence) {terms}
        > continue (it|the sequence)
        > find the next number
        """
    )
}
