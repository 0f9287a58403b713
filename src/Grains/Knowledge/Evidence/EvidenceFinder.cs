namespace SupportPlatform.Knowledge;

/// <summary>Finds the statements that answer a query among the passages found.</summary>
internal static class EvidenceFinder
{
    // Where a concept is said, and how much that counts. Measured on product_qa of the development data.
    private const double InQuestion = 0.9;
    private const double Above = 0.75;
    private const double InTitle = 0.8;
    private const double Nearby = 0.3;

    private const double ShapeBonus = 0.15;
    private const double ShapeMissing = 0.25;
    private const double FocusBonus = 0.12;
    private const double HeadingBonus = 0.06;
    private const double RankBonus = 0.2;
    private const double TitleBonus = 0.15;
    private const double OtherSource = 0.3;
    private const double Review = 0.7;

    // Another word for what is asked may mean another thing: a lamp "guarantees" fun, and a battery "has you covered". Half
    // a word is no answer; none of the answers to product_qa and northwind_docqa hangs on one.
    private const double Alone = 0.5;

    // What names a warranty does not say how long it is.
    private const double WithoutNumber = 0.4;

    // What the store wrote as the answer to a question goes before a sentence that covers it as well, whatever speaks for
    // that sentence.
    private const double FaqBonus = 0.35;

    /// <summary>All statements with something of what is asked, best first.</summary>
    /// <param name="query">The query.</param>
    /// <param name="passages">The passages, best first.</param>
    public static List<Evidence> Find(KnowledgeQuery query, IReadOnlyList<RankedPassage> passages)
    {
        if (query.Concepts.IsEmpty && query.Entries.Count == 0 && query.Near.IsEmpty) return [];
        var shape = AnswerShapes.Of(query.Text);
        var counted = AnswerShapes.CountedIn(query.Text);
        // Seconds are a number, but not how many lumens.
        var thing = counted is null || shape != AnswerShape.Number
            ? null
            : query.Aspects.FirstOrDefault(c => c.Wordings[0].Terms.Contains(counted, StringComparer.Ordinal));
        var asked = query.Concepts.SelectMany(c => c.Wordings).SelectMany(w => w.Terms).ToHashSet(StringComparer.Ordinal);
        var named = query.Concepts.Where(c => c.NamedSources.Length > 0).ToList();
        // "The Aurora lamp" means no other lamp: what another title has, and more, names the other.
        var names = passages.Select(p => p.Passage.IsFaq ? [] : named.Where(p.Passage.Terms.TitleSays).ToHashSet()).ToList();
        var top = passages.Count == 0 ? 1 : Math.Max(passages[0].Score, 1e-9);
        // With a name that is not the store's, another thing is meant, however like it is.
        var meant = query.ForeignNames.Any() ? [] : query.Near.Where(n => n.Sure > 0).ToDictionary(n => n.Passage, n => n.Sure);
        var found = new List<Evidence>();
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i].Passage;
            if (passage.IsFaq)
            {
                if (query.Entries.TryGetValue(passage, out var sure) && passage.Statements[0].Text.Length > 0)
                    found.Add(new Evidence(passage.Statements[0], i + 1, sure, sure + FaqBonus));
                continue;
            }

            var context = passage.Terms;
            var about = TitleBonus * TitleShare(query, context);
            var isNamed = named.Count == 0 || (names[i].Count > 0 && !names.Exists(n => n.IsProperSupersetOf(names[i])));
            foreach (var statement in passage.Statements)
            {
                if (statement.SaysNothing) continue;
                var coverage = Math.Max(Coverage(query, shape, context, statement), meant.GetValueOrDefault(passage));
                if (coverage <= 0) continue;
                if (AnswerShapes.IsMissing(shape, statement.Value)) coverage *= WithoutNumber;
                if (thing is not null && !Says(statement, thing)) coverage *= WithoutNumber;
                if (!isNamed) coverage *= OtherSource;
                var score = coverage + (RankBonus * passages[i].Score / top) + about + Form(asked, shape, statement, context);
                if (counted is not null && AnswerShapes.Counts(statement.Text, counted)) score += ShapeBonus;
                if (passage.Weight < 1) score *= Review;
                found.Add(new Evidence(statement, i + 1, coverage, score));
            }
        }

        return [.. found.OrderByDescending(e => e.Score).ThenBy(e => e.N).ThenBy(e => e.Statement.Order)];
    }

    // An article about just what is asked.
    private static double TitleShare(KnowledgeQuery query, PassageTerms context)
    {
        var aspects = query.Aspects.ToList();
        return aspects.Count == 0 ? 0 : aspects.Where(context.TitleSays).Sum(a => a.Weight) / aspects.Sum(a => a.Weight);
    }

    private static double Coverage(KnowledgeQuery query, AnswerShape shape, PassageTerms context, Statement statement)
    {
        var isShown = AnswerShapes.IsGiven(shape, statement.Value) == true;
        double said = 0;
        double asked = 0;
        foreach (var concept in query.Concepts)
        {
            if (concept.NamedSources.Length > 0) continue;
            var weight = concept.Weight;
            asked += weight;
            double best = 0;
            foreach (var wording in concept.Wordings)
            {
                var level = 1.0;
                foreach (var term in wording.Terms) level = Math.Min(level, Level(term));
                if (!isShown && concept.IsOtherWord(wording) && !IsInCompany(concept, wording.Terms[0], context, statement)) level = Math.Min(level, Alone);
                best = Math.Max(best, level * wording.Weight);
            }

            said += weight * best;
        }

        if (asked <= 0) return CoverageOfNames(query, shape, context, statement);
        return said / asked;

        double Level(string term) =>
            statement.Terms.Contains(term) || (isShown && AnswerShapes.IsShownBy(shape, term)) ? 1 :
            statement.QuestionTerms.Contains(term) ? InQuestion :
            statement.LeadTerms.Contains(term) || context.Section.Contains(term) ? Above :
            context.Title.Contains(term) ? InTitle :
            context.Body.Contains(term) ? Nearby : 0;
    }

    // A query of names alone asks for what the thing is, unless its form asks for something else: "How much is the lamp?",
    // "Does the table come with a chair?"
    private static double CoverageOfNames(KnowledgeQuery query, AnswerShape shape, PassageTerms context, Statement statement)
    {
        if (AnswerShapes.IsGiven(shape, statement.Text) == false) return 0;
        if (shape == AnswerShape.YesNo && !query.Concepts.All(c => context.TitleSays(c) || context.BodySays(c))) return 0;
        return statement.Passage.Ordinal == 0 ? 0.8 : 0.4;
    }

    private static bool Says(Statement statement, Concept concept) =>
        concept.Wordings.Any(w => w.Terms.All(t => statement.Terms.Contains(t) || statement.QuestionTerms.Contains(t)));

    // A heading, a label or a question that says the word tells what it means; so does the query's own word nearby.
    private static bool IsInCompany(Concept concept, string term, PassageTerms context, Statement statement) =>
        statement.LabelTerms.Contains(term) || statement.QuestionTerms.Contains(term) || statement.LeadTerms.Contains(term) ||
        context.Section.Contains(term) || context.Title.Contains(term) ||
        concept.Wordings[0].Terms.All(context.Body.Contains);

    private static double Form(HashSet<string> asked, AnswerShape shape, Statement statement, PassageTerms context)
    {
        // "3 ports: charges several devices"; but the number of a figure or step counts nothing.
        var given = shape == AnswerShape.Number && statement.Label is [>= '0' and <= '9', ..] ? statement.Text : statement.Value;
        var form = AnswerShapes.IsGiven(shape, given) switch { true => ShapeBonus, false => -ShapeMissing, null => 0.0 };
        if (shape == AnswerShape.YesNo && statement.Question is not null) form += ShapeBonus / 2;

        // A heading, label or question about just this is better than one about this and more.
        if (statement.Passage.Section is not null) form += HeadingBonus * Focus(asked, statement.HeadingTerms, context);
        if (statement.Question is null && statement.Label is null) return form;
        return form + (FocusBonus * Focus(asked, statement.Question is null ? statement.LabelTerms : statement.QuestionTerms, context));
    }

    // The share of the terms that are asked, those of the title left out.
    private static double Focus(HashSet<string> asked, HashSet<string> about, PassageTerms context)
    {
        var (all, shared) = (0, 0);
        foreach (var term in about)
        {
            if (context.Title.Contains(term)) continue;
            all++;
            if (asked.Contains(term)) shared++;
        }

        return all == 0 ? 0 : (double)shared / all;
    }
}
