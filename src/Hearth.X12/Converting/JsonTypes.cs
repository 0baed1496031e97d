using System.Text.Json.Serialization;

namespace Hearth.X12.Converting;

/// <summary>The types of a remittance as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Default
)]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(ClaimPayment))]
[JsonSerializable(typeof(IReadOnlyList<ProviderAdjustment>))]
[JsonSerializable(typeof(IReadOnlyList<NotCarried>))]
internal sealed partial class JsonTypes : JsonSerializerContext;
