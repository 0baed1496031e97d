using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hearth.Foundation.Access;

/// <summary>
/// Remembers what protected cookies and form tokens held. A browser sends the same ones with every request, and opening
/// them anew was a sixth of what a request cost. Whether a ticket has expired or its session has ended is asked of what
/// it holds, each time, as before.
/// </summary>
internal sealed class OpenedBefore(IDataProtector inner) : IDataProtector
{
    private const int Most = 4096;
    private readonly ConcurrentDictionary<byte[], byte[]> opened = new(Bytes.Same);

    public IDataProtector CreateProtector(string purpose) => new OpenedBefore(inner.CreateProtector(purpose));

    public byte[] Protect(byte[] plaintext) => inner.Protect(plaintext);

    public byte[] Unprotect(byte[] protectedData)
    {
        if (opened.TryGetValue(protectedData, out var known))
        {
            return [.. known];
        }
        var plain = inner.Unprotect(protectedData);
        if (opened.Count >= Most)
        {
            opened.Clear();
        }
        opened[[.. protectedData]] = [.. plain];
        return plain;
    }

    private sealed class Bytes : IEqualityComparer<byte[]>
    {
        public static readonly Bytes Same = new();

        public bool Equals(byte[]? x, byte[]? y) => CryptographicOperations.FixedTimeEquals(x, y);

        // The end of it is a keyed hash of the rest.
        public int GetHashCode(byte[] bytes)
        {
            var hash = new HashCode();
            hash.AddBytes(bytes.AsSpan(Math.Max(0, bytes.Length - 16)));
            return hash.ToHashCode();
        }
    }
}

internal sealed class ProtectionThatRemembers(IDataProtectionProvider inner) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new OpenedBefore(inner.CreateProtector(purpose));
}

internal static class OpenedBeforeSetup
{
    public static void RememberOpened(this IServiceCollection services)
    {
        var inner = services.Last(d => d.ServiceType == typeof(IDataProtectionProvider));
        services.Replace(
            ServiceDescriptor.Singleton<IDataProtectionProvider>(provider => new ProtectionThatRemembers(
                (IDataProtectionProvider)inner.ImplementationFactory!(provider)
            ))
        );
    }
}
