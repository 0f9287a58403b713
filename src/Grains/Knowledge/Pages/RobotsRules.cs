namespace SupportPlatform.Knowledge;

/// <summary>A robots.txt as it concerns one agent (RFC 9309).</summary>
internal sealed class RobotsRules
{
    private readonly List<(bool Allow, string Path)> _rules = [];

    private RobotsRules()
    {
    }

    /// <summary>No rules: all is allowed.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>Nothing is allowed; for a server that fails, which may have rules.</summary>
    public static RobotsRules Nothing { get; } = Parse("User-agent: *\nDisallow: /", "");

    /// <summary>Reads the groups for an agent, or else those for everybody.</summary>
    /// <param name="text">The file.</param>
    /// <param name="agent">The agent's name.</param>
    public static RobotsRules Parse(string text, string agent)
    {
        var (own, all) = (new RobotsRules(), new RobotsRules());
        var (ours, everybodys, inAgents, named) = (false, false, false, false);
        foreach (var raw in text.Split('\n', '\r'))
        {
            var line = raw.Split('#', 2)[0];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (key, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            if (key == "user-agent")
            {
                if (!inAgents) (ours, everybodys) = (false, false);
                inAgents = true;
                ours |= value.Equals(agent, StringComparison.OrdinalIgnoreCase);
                everybodys |= value == "*";
                named |= ours;
            }
            else if (key is "allow" or "disallow")
            {
                inAgents = false;
                if (value.Length == 0) continue;
                if (ours) own._rules.Add((key == "allow", value));
                if (everybodys) all._rules.Add((key == "allow", value));
            }
        }

        return named ? own : all;
    }

    /// <summary>Whether a path may be fetched: the longest rule that matches decides, and of two as long the one that allows.</summary>
    /// <param name="pathAndQuery">The path with its query, escaped.</param>
    public bool Allows(string pathAndQuery)
    {
        var longest = -1;
        var allowed = true;
        foreach (var (allow, path) in _rules)
        {
            if (path.Length < longest || (path.Length == longest && !allow) || !Matches(path, pathAndQuery)) continue;
            (longest, allowed) = (path.Length, allow);
        }

        return allowed;
    }

    // "*" is any run of characters, "$" at the end is the end. Without going back further than the last "*", so a hostile
    // pattern costs at most its length times the path's.
    private static bool Matches(string pattern, string path)
    {
        var toEnd = pattern.EndsWith('$');
        var rule = toEnd ? pattern[..^1] : pattern + "*";
        int p = 0, t = 0, star = -1, from = 0;
        while (t < path.Length)
        {
            if (p < rule.Length && rule[p] == '*') (star, from) = (p++, t);
            else if (p < rule.Length && rule[p] == path[t]) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t) = (star + 1, ++from);
            else return false;
        }

        while (p < rule.Length && rule[p] == '*') p++;
        return p == rule.Length;
    }
}
