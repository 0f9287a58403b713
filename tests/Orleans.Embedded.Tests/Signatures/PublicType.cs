using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SupportPlatform.Engine.Tests.Signatures;

/// <summary>A public type as the metadata of its assembly tells it; the assemblies that it refers to need not be there.</summary>
/// <param name="Kind">Class, interface, struct or enum.</param>
/// <param name="Bases">The interfaces of Orleans, and the base class.</param>
/// <param name="Members">Public and protected members with parameter types and names; constants with their values.</param>
internal sealed record PublicType(string Kind, IReadOnlySet<string> Bases, IReadOnlySet<string> Members)
{
    // What every type has; whether it is declared again says nothing. Records declare what they print by.
    private static readonly HashSet<string> OfObject = ["ToString", "Equals", "GetHashCode", "PrintMembers"];

    public static IReadOnlyDictionary<string, PublicType> ReadAll(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        return reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(t => (t.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
            .ToDictionary(t => $"{reader.GetString(t.Namespace)}.{reader.GetString(t.Name)}", t => Read(reader, t));
    }

    private static PublicType Read(MetadataReader reader, TypeDefinition type)
    {
        var names = new TypeNames();
        var baseType = type.BaseType.IsNil ? "none" : Name(reader, type.BaseType, names);
        var kind = type.Attributes.HasFlag(TypeAttributes.Interface) ? "interface" : baseType is "System.Enum" ? "enum" : baseType is "System.ValueType" ? "struct" : "class";
        var bases = type.GetInterfaceImplementations().Select(i => Name(reader, reader.GetInterfaceImplementation(i).Interface, names))
            .Where(n => n.StartsWith("Orleans.", StringComparison.Ordinal)).Append(baseType);
        var methods = type.GetMethods().Select(reader.GetMethodDefinition)
            .Where(m => IsVisible(m.Attributes & MethodAttributes.MemberAccessMask) && !OfObject.Contains(reader.GetString(m.Name)))
            .Select(m => Signature(reader, m, names));
        var constants = type.GetFields().Select(reader.GetFieldDefinition)
            .Where(f => f.Attributes.HasFlag(FieldAttributes.Literal) && (f.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
            .Select(f => $"{reader.GetString(f.Name)} = {string.Join(' ', reader.GetBlobBytes(reader.GetConstant(f.GetDefaultValue()).Value))}");
        return new(kind, bases.ToHashSet(StringComparer.Ordinal), methods.Concat(constants).ToHashSet(StringComparer.Ordinal));
    }

    private static bool IsVisible(MethodAttributes access) => access is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static string Signature(MetadataReader reader, MethodDefinition method, TypeNames names)
    {
        var signature = method.DecodeSignature(names, null);
        var parameters = method.GetParameters().Select(reader.GetParameter).Where(p => p.SequenceNumber > 0).ToDictionary(p => p.SequenceNumber - 1, p => reader.GetString(p.Name));

        // A property may be called by its name only.
        var isAccessor = method.Attributes.HasFlag(MethodAttributes.SpecialName) && reader.GetString(method.Name) != ".ctor";
        var list = signature.ParameterTypes.Select((type, i) => isAccessor ? type : $"{type} {parameters.GetValueOrDefault(i)}");
        var form = method.Attributes.HasFlag(MethodAttributes.Static) ? "static " : method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.Final) ? "virtual " : "";
        return $"{form}{signature.ReturnType} {reader.GetString(method.Name)}`{signature.GenericParameterCount}({string.Join(", ", list)})";
    }

    private static string Name(MetadataReader reader, EntityHandle handle, TypeNames names) => handle.Kind switch
    {
        HandleKind.TypeDefinition => names.GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => names.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        _ => reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(names, null),
    };

    /// <summary>Writes types in a signature by their full names.</summary>
    private sealed class TypeNames : ISignatureTypeProvider<string, object?>
    {
        public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{shape.Rank}]";

        public string GetByReferenceType(string elementType) => $"{elementType}&";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";

        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => $"{elementType}*";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

        public string GetSZArrayType(string elementType) => $"{elementType}[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeDefinition(handle);
            return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
        }

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            var type = reader.GetTypeReference(handle);
            return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
        }

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
    }
}
