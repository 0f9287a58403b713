using System.Text.Json;

namespace SupportPlatform.Testing;

/// <summary>A message from a hub.</summary>
/// <param name="Target">Its name.</param>
/// <param name="Argument">Its one argument.</param>
public sealed record HubMessage(string Target, JsonElement Argument);
