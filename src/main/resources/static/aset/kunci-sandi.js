// Passkeys: what only a browser can do. The filters of Spring Security give the questions and take the answers.
(() => {
  if (!window.PublicKeyCredential || !navigator.credentials) {
    return;
  }

  const bytes = text => Uint8Array.from(
    atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = keys => (keys ?? []).map(key => ({ ...key, id: bytes(key.id) }));

  const post = async (address, body) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-XSRF-TOKEN': document.querySelector('input[name=_csrf]').value,
      },
      body: body && JSON.stringify(body),
      redirect: 'error',
    });
    if (!answer.ok) {
      throw new Error(`HTTP ${answer.status}`);
    }
    return answer.json();
  };

  const register = async (form, label) => {
    const options = await post(form.dataset.options);
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });
    await post(form.action, {
      publicKey: {
        label,
        credential: {
          id: made.id,
          rawId: text(made.rawId),
          type: made.type,
          response: {
            attestationObject: text(made.response.attestationObject),
            clientDataJSON: text(made.response.clientDataJSON),
            transports: made.response.getTransports?.() ?? [],
          },
          clientExtensionResults: made.getClientExtensionResults(),
          authenticatorAttachment: made.authenticatorAttachment,
        },
      },
    });
  };

  const signIn = async part => {
    const options = await post(part.dataset.options);
    const shown = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: known(options.allowCredentials),
      },
    });
    const { response } = shown;
    return post(part.dataset.signIn, {
      id: shown.id,
      rawId: text(shown.rawId),
      type: shown.type,
      response: {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : undefined,
      },
      clientExtensionResults: shown.getClientExtensionResults(),
      authenticatorAttachment: shown.authenticatorAttachment,
    });
  };

  // Whatever went wrong: the person has called it off, or the device or the server did.
  const tries = async (part, act) => {
    const problem = part.querySelector('[data-passkey-problem]');
    problem.hidden = true;
    try {
      location.assign(await act());
    } catch {
      problem.textContent = part.dataset.failed;
      problem.hidden = false;
    }
  };

  document.querySelectorAll('[data-passkey-without]').forEach(words => { words.hidden = true; });
  document.querySelectorAll('[data-passkey-add]').forEach(form => {
    form.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      event.stopPropagation();
      tries(form, async () => {
        await register(form, form.elements.label.value.trim());
        return form.dataset.here;
      });
    });
  });
  document.querySelectorAll('[data-passkey-sign-in]').forEach(part => {
    part.hidden = false;
    part.querySelector('button').addEventListener('click', () => tries(part, async () => (await signIn(part)).redirectUrl));
  });
})();
