using System.Reflection;

namespace SupportPlatform.Grains.Tests.Contracts;

/// <summary>Finds the grain interfaces and everything that crosses a call to them.</summary>
internal static class GrainContracts
{
    private static readonly Assembly Contracts = typeof(SupportException).Assembly;

    public static IEnumerable<Type> Interfaces => Contracts.GetExportedTypes()
        .Where(t => t.IsInterface && t != typeof(IGrainWithStringKey) && typeof(IGrainWithStringKey).IsAssignableFrom(t));

    public static IEnumerable<MethodInfo> Methods => Interfaces.SelectMany(i => i.GetMethods());

    /// <summary>All types that cross, with the contract types' own properties, transitively.</summary>
    public static IReadOnlyCollection<Type> Crossing()
    {
        var found = new HashSet<Type>();
        foreach (var method in Methods)
        {
            foreach (var parameter in method.GetParameters()) Collect(parameter.ParameterType, found);
            Collect(method.ReturnType, found);
        }

        // What travels in the request context crosses too.
        Collect(typeof(Security.Caller), found);
        return found;
    }

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract");

    private static void Collect(Type type, HashSet<Type> found)
    {
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments()) Collect(argument, found);
            type = type.GetGenericTypeDefinition();
        }

        if (type.IsArray)
        {
            Collect(type.GetElementType()!, found);
            return;
        }

        if (!found.Add(type) || type.Assembly != Contracts || type.IsEnum) return;
        foreach (var property in Properties(type)) Collect(property.PropertyType, found);
    }
}
