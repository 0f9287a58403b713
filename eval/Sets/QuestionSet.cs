using SupportPlatform.Eval.Figures;

namespace SupportPlatform.Eval.Sets;

/// <summary>Documents and questions to them. The documents are the folder's <c>kb*</c> files, or a neighbouring <c>kb_*</c> folder.</summary>
internal sealed class QuestionSet(QuestionMarks marks) : IEvalSet
{
    private const int Hits = 10;

    /// <inheritdoc/>
    public async Task Run(EvalContext context, CancellationToken cancellationToken)
    {
        var questions = context.Lines("questions.jsonl").Select(row => new Question(row)).ToList();
        var store = await context.NewStore("docs", cancellationToken);
        await Load(store, Documents(context, questions), context, cancellationToken);
        var replies = await EvalContext.ForEach(questions, (q, token) => Ask(store, q, token), cancellationToken);
        context.Predictions.AddRange(replies.Select(r => r.ToPrediction()));
        Report(context, replies);
    }

    /// <summary>Asks one question.</summary>
    public static async Task<QuestionReply> Ask(EvalStore store, Question question, CancellationToken cancellationToken) => new()
    {
        Question = question,
        Hits = await store.Search(question.Text, Hits, cancellationToken),
        Answer = await store.Answer(question.Text, cancellationToken),
    };

    /// <summary>Uploads files and waits for them.</summary>
    public static async Task Load(EvalStore store, IEnumerable<FileInfo> files, EvalContext context, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var reply = await store.Upload(file, cancellationToken);
            if (!reply.IsDone) throw new EvalException($"{file.Name} was not taken: {reply.Status} {reply.Code}");
        }

        foreach (var failed in (await store.Settled("documents", cancellationToken)).Values.Where(d => d.GetProperty("status").GetString() != "ready"))
            context.Report.Note($"not indexed: {failed.GetRawText()}");
    }

    /// <summary>The documents that the questions are about.</summary>
    public static IReadOnlyList<FileInfo> Documents(EvalContext context, IReadOnlyList<Question> questions)
    {
        var own = context.Folder.GetFiles("kb*");
        if (own.Length > 0) return own;
        var wanted = questions.SelectMany(q => q.Places).Select(p => p.Source).ToHashSet(StringComparer.Ordinal);
        var folder = context.Folder.Parent?.GetDirectories("kb_*").FirstOrDefault(d => d.GetFiles().Any(f => wanted.Contains(f.Name)))
            ?? throw new EvalException($"{context.Folder.FullName} has no kb* files, and no kb_* folder beside it has the documents of its questions.");
        return [.. folder.GetFiles().Where(f => !f.Name.StartsWith('_')).OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private void Report(EvalContext context, IReadOnlyCollection<QuestionReply> replies)
    {
        var answerable = replies.Where(r => r.Question.IsAnswerable).ToList();
        var placed = answerable.Where(r => r.Question.Places.Count > 0).ToList();
        var report = context.Report;
        report.Add("recall@1", Proportion.Of(placed, r => r.IsFound(1)));
        report.Add("recall@5", Proportion.Of(placed, r => r.IsFound(5)), marks.Recall);
        report.Add("recall@5, page ±1", Proportion.Of(placed, r => r.IsFound(5, slack: 1)));
        if (answerable.Exists(r => r.Question.Must.Count > 0))
        {
            report.Add("fact among the supplied passages", Proportion.Of(answerable, r => r.IsSupplied), marks.Supplied);
            report.Add("right answer", Proportion.Of(answerable, r => r.IsRight));
        }

        var answered = placed.Where(r => !r.IsEscalated && r.Citations.Count > 0).ToList();
        report.Add("answered", Proportion.Of(placed, r => !r.IsEscalated));
        report.Add("right source cited, of the answered", Proportion.Of(answered, r => r.Cites(withPage: false)), marks.Cited);
        report.Add("right page cited (±1), of all", Proportion.Of(placed, r => r.Cites(withPage: true)), marks.CitedPage);
        report.AddBad("another's fact", Proportion.Of(answerable, r => r.HasForbidden), marks.WrongFact ?? 1);
        var others = replies.Where(r => !r.Question.IsAnswerable).ToList();
        if (others.Count > 0) report.Add("unanswerable not answered", Proportion.Of(others, r => r.IsEscalated), marks.Refused);
        foreach (var bad in others.Where(r => !r.IsEscalated)) report.Note($"answered, though the documents do not say: {bad.Question.Id} {bad.Question.Text}");
    }
}
