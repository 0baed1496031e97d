# What ./hearth and ./test share: is the machine ready, and are the npm packages here. Sourced, never run.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true
export DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# A service account may have a home that it cannot write to, or none.
if ! [ -w "${HOME:-/nonexistent}" ]; then
  export DOTNET_CLI_HOME="$home/.build/home"
  export NUGET_PACKAGES="$home/.build/home/packages" NUGET_HTTP_CACHE_PATH="$home/.build/home/http"
  export npm_config_cache="$home/.build/home/npm"
fi

need_dotnet() {
  command -v dotnet >/dev/null || PATH="$PATH:${HOME:-}/.dotnet"
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    fail "Hearth needs the .NET 10 SDK. Install it, then try again:
  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0
  export PATH=\"\$PATH:\$HOME/.dotnet\""
  fi
}

need_node() {
  if ! command -v npm >/dev/null || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 18 ]; then
    fail "Hearth needs Node 18 or later, with npm. Install it, then try again:
  sudo apt-get update && sudo apt-get install -y nodejs npm"
  fi
}

# The front-end libraries and the embedded PostgreSQL. Packages run no scripts of their own.
web_packages() {
  need_node
  if ! [ "$home/web/node_modules/.stamp" -nt "$home/web/package-lock.json" ]; then
    say "Fetching the web packages and PostgreSQL."
    (cd "$home/web" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) ||
      fail "The web packages could not be fetched. Nothing was changed. Check the network, then try again."
    touch "$home/web/node_modules/.stamp"
  fi
  node "$home/web/copy.mjs"
}
