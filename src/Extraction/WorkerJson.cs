using System.Text.Json.Serialization;

namespace SupportPlatform.Extraction;

/// <summary>The result's serializer, made at build time so that the worker starts fast.</summary>
[JsonSerializable(typeof(WorkerResult))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class WorkerJson : JsonSerializerContext;
