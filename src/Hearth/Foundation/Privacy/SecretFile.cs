namespace Hearth.Foundation.Privacy;

/// <summary>Files that only the account running Hearth may read.</summary>
public static class SecretFile
{
    public static void Write(string path, string content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using var writer = new StreamWriter(path, options);
        writer.Write(content);
    }

    /// <summary>A folder that nobody else may enter, made so where it is not.</summary>
    public static DirectoryInfo Folder(string path)
    {
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = own;
        }
        return folder;
    }

    /// <summary>Reads the secret, or makes and keeps it where the file is not there yet.</summary>
    public static string ReadOrCreate(string path, Func<string> make)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            if (!File.Exists(path))
            {
                Write(path, make());
            }
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process made it in the meantime: its secret holds.
        }
        return File.ReadAllText(path).Trim();
    }
}
