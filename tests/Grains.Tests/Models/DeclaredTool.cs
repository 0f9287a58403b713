using System.Text.Json;
using Microsoft.Extensions.AI;

namespace SupportPlatform.Grains.Tests.Models;

/// <summary>A tool that is only declared.</summary>
internal sealed class DeclaredTool(string name, string schema) : AIFunctionDeclaration
{
    public override string Name => name;

    public override string Description => "A tool of a test.";

    public override JsonElement JsonSchema { get; } = JsonSerializer.Deserialize<JsonElement>(schema);

    public static DeclaredTool Of(string name, string schema) => new(name, schema);
}
