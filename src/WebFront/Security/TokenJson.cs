using System.Text.Json.Serialization;

namespace SupportPlatform.Security;

/// <summary>How the parts of a token become JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenHeader))]
[JsonSerializable(typeof(VisitorClaims))]
internal sealed partial class TokenJson : JsonSerializerContext;
