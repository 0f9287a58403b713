using Microsoft.Extensions.AI;

namespace SupportPlatform.Models;

/// <summary>A model with its name for logs and metrics.</summary>
/// <param name="Name">The name.</param>
/// <param name="Client">The client.</param>
internal sealed record NamedModel(string Name, IChatClient Client);
