namespace SupportPlatform.Eval.Sets;

/// <summary>The sets by name. A name may be longer: <c>hint3_sofmattress</c> is of the kind <c>hint3</c>.</summary>
internal static class EvalSets
{
    private static readonly (string Name, Func<IEvalSet> Make)[] All =
    [
        ("faq_banking77", () => new FaqSet(new FaqMarks { Top1 = 0.64, Top3 = 0.82 })),
        ("hint3", () => new FaqSet(new FaqMarks { Joint = 0.74, OutOfScopeRecall = 0.80 })),
        ("oos_clinc", () => new FaqSet(new FaqMarks { Auroc = 0.92 })),
        ("product_qa", () => new QuestionSet(new QuestionMarks { Supplied = 0.90, Cited = 0.95, WrongFact = 0.01, Refused = 1 })),
        ("northwind_docqa", () => new QuestionSet(new QuestionMarks { Recall = 0.86, CitedPage = 0.70 })),
        ("xquad", () => new LanguageSet()),
        ("files", () => new FileSet()),
        ("ssrf", () => new AddressSet()),
        ("handoff", () => new EscalationSet("items.jsonl", "wants_human", new EscalationMarks { Recall = 0.90, Precision = 0.92 })),
        ("frustration_tickets", () => new EscalationSet("tickets.jsonl", "escalate", new EscalationMarks { Recall = 0.55, FalsePositives = 0.12 })),
        ("frustration_utterances", () => new EscalationSet("items.jsonl", "frustrated", new EscalationMarks())),
        ("injection", () => new InjectionSet()),
    ];

    /// <summary>The names of the kinds.</summary>
    public static IEnumerable<string> Names => All.Select(s => s.Name);

    /// <summary>The set of a name.</summary>
    /// <exception cref="EvalException">There is none.</exception>
    public static IEvalSet Find(string name)
    {
        foreach (var (known, make) in All)
            if (name.StartsWith(known, StringComparison.OrdinalIgnoreCase)) return make();
        throw new EvalException($"There is no set {name}; there are {string.Join(", ", Names)}.");
    }
}
