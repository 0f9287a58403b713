using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace SupportPlatform.Models;

/// <summary>Puts together the tool calls that a stream brings in pieces.</summary>
internal sealed class OpenAiToolCalls
{
    private readonly SortedDictionary<int, Call> _calls = [];

    /// <summary>Adds a piece.</summary>
    public void Add(StreamingChatToolCallUpdate part)
    {
        if (!_calls.TryGetValue(part.Index, out var call)) _calls[part.Index] = call = new Call();
        if (!string.IsNullOrEmpty(part.ToolCallId)) call.Id = part.ToolCallId;
        if (!string.IsNullOrEmpty(part.FunctionName)) call.Name += part.FunctionName;
        if (part.FunctionArgumentsUpdate is { } arguments) call.Arguments.Append(arguments.ToString());
    }

    /// <summary>The calls so far, whole; nothing is left.</summary>
    public IEnumerable<FunctionCallContent> Drain()
    {
        var whole = _calls.Values.Select(c => Content(c)).ToList();
        _calls.Clear();
        return whole;
    }

    // Arguments that are no JSON object are the model's fault, which the caller tells it; they are not thrown here.
    private static FunctionCallContent Content(Call call)
    {
        try
        {
            var text = call.Arguments.Length == 0 ? "{}" : call.Arguments.ToString();
            return new FunctionCallContent(call.Id, call.Name, JsonSerializer.Deserialize<Dictionary<string, object?>>(text));
        }
        catch (JsonException e)
        {
            return new FunctionCallContent(call.Id, call.Name) { Exception = e };
        }
    }

    private sealed class Call
    {
        public string Id { get; set; } = "";

        public string Name { get; set; } = "";

        public StringBuilder Arguments { get; } = new();
    }
}
