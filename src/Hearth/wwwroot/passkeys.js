// Forms marked data-passkey="get" or "create": asks the browser for a passkey, then sends the form as any other.
// Their buttons come disabled: pressed before this is here, a form would go out without its passkey.
const addresses = { get: "/passkeys/request-options", create: "/passkeys/creation-options" };

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const problem = form.querySelector("[data-passkey-problem]");
  const button = form.querySelector("[type=submit]");
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    say(problem, "This browser has no passkeys. Use a password and an authenticator, or another browser.");
    continue;
  }
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const field = form.querySelector("[name$='.Credential']");
      const passkey = await ask(form);
      field.value = passkey ? JSON.stringify(passkey) : "";
      form.submit();
    } catch (failure) {
      button.disabled = false;
      button.focus();
      say(problem, sentence(failure));
    }
  });
  button.disabled = false;
  // Whoever comes back to a page that the browser kept finds it as it was left.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      button.disabled = false;
    }
  });
}

async function ask(form) {
  const kind = form.dataset.passkey;
  const answer = await fetch(addresses[kind], { method: "POST", body: new FormData(form) });
  if (answer.status === 400) {
    // Something in the form is wrong: sent without a passkey, it comes back and says what.
    return null;
  }
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  const options = await answer.json();
  return kind === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

function sentence(failure) {
  switch (failure.name) {
    case "NotAllowedError":
      return "The passkey was not used: it was put off, or it took too long. Nothing was changed. Try again.";
    case "InvalidStateError":
      return "This device already has a passkey for this account. Nothing was changed.";
    case "SecurityError":
      return "Passkeys do not work at this address. Open Hearth under its own name, with https or as localhost.";
    default:
      return failure.message === "429"
        ? "Too many tries. Wait a minute, then try again."
        : "The passkey could not be used. Nothing was changed. Load the page again and try once more.";
  }
}

function say(place, words) {
  place.textContent = words;
  place.hidden = false;
}
