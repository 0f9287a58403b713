using System.Collections.Immutable;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>Reads a turn's messages: what they ask, what they refer to, what was found. No clock, no I/O.</summary>
internal sealed class QuestionPlanner
{
    /// <summary>How many questions a turn answers at most.</summary>
    public const int MostQuestions = 5;

    /// <summary>By so much coverage another way to understand a question is better than the one that is nearer.</summary>
    public const double ClearlyBetter = 0.25;

    private const int PassagesPerQuestion = 6;
    private const int LookBack = 6;
    private const int MostWordsOfChoice = 5;
    private const int ChoiceWithin = 2;

    private readonly KnowledgeSnapshot _knowledge;
    private readonly List<KnowledgeQuery> _before;
    private readonly IReadOnlyDictionary<string, float[]> _vectors;

    private QuestionPlanner(KnowledgeSnapshot knowledge, TurnInput input)
    {
        (_knowledge, _vectors) = (knowledge, input.Vectors);
        var said = input.History.Where(m => m.Role == MessageRole.Customer).TakeLast(LookBack).Select(m => (m.Seq, Query: knowledge.Read(m.Text)));
        _before = [.. said.Concat(input.Guidance.Select(g => (g.Seq, Query: Named(knowledge.Read(g.Text))))).OrderBy(b => b.Seq).Select(b => b.Query)];
    }

    /// <summary>The plan of a turn.</summary>
    public static TurnPlan Plan(KnowledgeSnapshot knowledge, TurnInput input)
    {
        var messages = input.Questions.Where(q => !string.IsNullOrWhiteSpace(q)).ToList();
        var talk = messages.Select(SmallTalk.PhraseFor).ToList();
        var asking = messages.Where((_, i) => talk[i] is null).ToList();
        var planner = new QuestionPlanner(knowledge, input);
        var (questions, hasRest) = planner.Read(asking);
        var rivals = questions.Length == 1 ? Rivals.Of(questions[0]) : [];
        var smallTalk = asking.Count == 0 ? talk.LastOrDefault() ?? (input.Attaches ? Phrases.Attached : Phrases.Greeting) : null;
        return new TurnPlan
        {
            Knowledge = knowledge,
            Language = input.Language,
            Questions = questions,
            HasRest = hasRest,
            Rivals = rivals,
            SmallTalk = smallTalk,
            Decision = AnswerPolicy.Decide(new TurnSignals
            {
                SmallTalk = smallTalk,
                WantsPerson = messages.Any(PersonWish.Is) || PersonWish.Accepts(messages, input.History),
                Coverage = questions.IsEmpty ? 0 : questions.Max(q => q.Coverage),
                Rivals = rivals,
                IsScattered = questions.Length == 1 && questions[0].IsAnswered && questions[0].IsScattered,
                UnansweredTurns = input.UnansweredTurns,
            }),
        };
    }

    private (ImmutableArray<PlannedQuestion> Questions, bool HasRest) Read(List<string> messages)
    {
        var answered = new List<PlannedQuestion>();
        var others = new List<PlannedQuestion>();
        foreach (var text in messages.SelectMany(QuestionSplitter.Questions).Take(MostQuestions))
            Sort(text, messages.Count > 1, answered, others);
        if (messages.Count > 1 && others.Count > 0 && others.Count > answered.Count)
        {
            // Lines of one sentence: "I want to know" / "if the tent" / "is waterproof".
            var whole = Complete(string.Join(' ', messages));
            if (whole.IsAnswered && answered.TrueForAll(a => a.Coverage <= whole.Coverage)) return ([whole], false);
        }

        if (answered.Count > 0) return ([.. answered], others.Exists(o => o.Query.Aspects.Any()));
        var nearest = others.OrderByDescending(o => o.Coverage).FirstOrDefault();
        return (nearest is null ? [] : [nearest], false);
    }

    private void Sort(string text, bool isOfSeveral, List<PlannedQuestion> answered, List<PlannedQuestion> others)
    {
        var whole = Complete(text);
        var parts = QuestionSplitter.Halves(text);
        if (parts.Length > 1 && whole.Coverage < 0.8)
        {
            _before.Add(whole.Query);
            var halves = parts.Select(Complete).ToList();
            _before.RemoveAt(_before.Count - 1);
            if (halves.TrueForAll(h => h.IsAnswered && h.Coverage > whole.Coverage) && halves[0].Found[0].Statement != halves[1].Found[0].Statement)
            {
                answered.AddRange(halves);
                _before.Add(whole.Query);
                return;
            }
        }

        // What only says what it is about ("I have the TrailMaster") is there for the questions after it.
        var isTopic = !whole.Query.Aspects.Any() && !text.Contains('?', StringComparison.Ordinal) && isOfSeveral;
        (whole.IsAnswered && !isTopic ? answered : others).Add(whole);
        _before.Add(whole.Query);
    }

    private PlannedQuestion Complete(string text)
    {
        // A part of a message is near to what the message is near to.
        var vector = _vectors.GetValueOrDefault(text) ?? _vectors.FirstOrDefault(v => v.Key.Contains(text, StringComparison.Ordinal)).Value;
        var query = _knowledge.Read(text, vector);
        var alone = Find(query);
        if (query.NamesSource)
        {
            if (query.Aspects.Any()) return alone.IsAnswered ? alone : Elsewhere(query) ?? alone;
            var asked = _before.FindLast(b => b.Aspects.Any(a => a.IsKnown));
            return asked is null ? alone : Best(Find(With(query, asked, asked.Aspects)), alone);
        }

        if (Chosen(query) is { } chosen) return chosen;
        var about = _before.FindLast(b => b.NamesSource);
        if (about is null) return alone;
        var names = about.Concepts.Where(c => c.NamedSources.Length > 0);
        var followUp = query.Aspects.Any()
            ? Find(With(query, null, names))
            : Find(With(query, about, about.Concepts));
        // What the customer spoke of before is meant, unless the question alone finds something much better.
        return followUp.IsAnswered && alone.Coverage <= followUp.Coverage + ClearlyBetter ? followUp : alone;
    }

    // One of the things between which an earlier question did not choose, and no more: that question is asked of it.
    private PlannedQuestion? Chosen(KnowledgeQuery choice)
    {
        if (choice.Concepts.Length > MostWordsOfChoice) return null;
        var words = choice.Concepts.SelectMany(c => c.Wordings[0].Terms).ToList();
        if (words.Count == 0) return null;
        var open = _before.TakeLast(ChoiceWithin).LastOrDefault(b => Rivals.Of(Find(b)).Any(r => words.TrueForAll(Tokens.Of(r).Contains)));
        if (open is null) return null;
        var completed = Find(With(choice, open, open.Concepts));
        return completed.IsAnswered ? completed : null;
    }

    // "Can I return a grinder": the grinder's manual does not say, but an article about returns that speaks of grinders
    // may. What another product's manual says of itself is no answer, so the passage must say the name too. The grinder's
    // own manual has been asked; there its name, which stands everywhere, would pass for what is asked.
    private PlannedQuestion? Elsewhere(KnowledgeQuery query)
    {
        var names = query.Concepts.Where(c => c.NamedSources.Length > 0).ToList();
        var own = names.SelectMany(c => c.NamedSources).Select(s => _knowledge.Sources[s].Name).ToHashSet(StringComparer.Ordinal);
        var open = Find(query with { Concepts = [.. query.Concepts.Select(c => c with { NamedSources = [] })] });
        var found = open.Found.Where(e => !own.Contains(e.Statement.Passage.Source) && names.TrueForAll(n => e.Statement.Passage.Terms.BodySays(n))).ToList();
        var elsewhere = open with { Found = found };
        return elsewhere.IsAnswered ? elsewhere : null;
    }

    // What staff say of a conversation tells what it is about, and asks nothing.
    private static KnowledgeQuery Named(KnowledgeQuery query) =>
        query with { Concepts = [.. query.Concepts.Where(c => c.NamedSources.Length > 0)] };

    private static PlannedQuestion Best(PlannedQuestion first, PlannedQuestion second) => first.IsAnswered ? first : second;

    // The earlier question's form says what kind of answer is wanted.
    private static KnowledgeQuery With(KnowledgeQuery query, KnowledgeQuery? asked, IEnumerable<Concept> carried) => query with
    {
        Text = asked?.Text ?? query.Text,
        Concepts = [.. query.Concepts, .. carried.Select(c => c with { IsCarried = true })],
        Tokens = asked is null ? query.Tokens : [.. query.Tokens, .. asked.Tokens],
    };

    private PlannedQuestion Find(KnowledgeQuery query)
    {
        var passages = _knowledge.Search(query, PassagesPerQuestion);
        return new PlannedQuestion(query, passages, EvidenceFinder.Find(query, passages));
    }
}
