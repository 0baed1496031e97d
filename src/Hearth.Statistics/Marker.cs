namespace Hearth.Statistics; internal static class Marker;
