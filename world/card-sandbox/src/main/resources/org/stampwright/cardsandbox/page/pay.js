'use strict';
// Groups digits while they are typed and says at once what is wrong; the server checks everything again.
(function () {
  const form = document.getElementById('payment-form');
  const number = document.getElementById('cardNumber');
  const expiry = document.getElementById('cardExpiry');
  const cvc = document.getElementById('cardCvc');
  const holder = document.getElementById('billingName');
  const button = document.getElementById('pay');
  const digits = text => text.replace(/\D/g, '');

  function reshape(input, shape) {
    const before = digits(input.value.slice(0, input.selectionStart)).length;
    input.value = shape(digits(input.value));
    let at = 0;
    for (let seen = 0; seen < before && at < input.value.length; at++) {
      if (/\d/.test(input.value[at])) { seen++; }
    }
    if (before === digits(input.value).length) { at = input.value.length; }
    input.setSelectionRange(at, at);
  }

  function checksumHolds(text) {
    let sum = 0;
    for (let i = 0; i < text.length; i++) {
      let digit = Number(text[text.length - 1 - i]) * (i % 2 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 === 0;
  }

  function expiryError() {
    const typed = digits(expiry.value);
    const month = Number(typed.slice(0, 2));
    const year = Number(typed.length > 4 ? typed.slice(2, 6) : '20' + typed.slice(2, 4));
    if (typed.length !== 4 && typed.length !== 6 || month < 1 || month > 12) { return 'Your card\'s expiration date is incomplete or invalid.'; }
    const now = new Date();
    const past = year * 12 + month < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;
    return past ? 'Your card\'s expiration date is in the past.' : '';
  }

  const checks = new Map([
    [number, () => digits(number.value).length < 12 ? 'Your card number is incomplete.'
      : checksumHolds(digits(number.value)) ? '' : 'Your card number is invalid.'],
    [expiry, expiryError],
    [cvc, () => /^\d{3,4}$/.test(cvc.value.trim()) ? '' : 'Your card\'s security code is incomplete.'],
    [holder, () => holder.value.trim() ? '' : 'Enter the name as shown on the card.']
  ]);

  function show(input, message) {
    input.setAttribute('aria-invalid', String(message !== ''));
    document.getElementById(input.id + '-error').textContent = message;
  }

  number.addEventListener('input', () => {
    reshape(number, text => text.slice(0, 19).replace(/(.{4})(?=.)/g, '$1 '));
    const first = digits(number.value);
    document.getElementById('brands').dataset.brand =
      first === '' ? '' : first[0] === '4' ? 'visa' : /^(5[1-5]|2[2-7])/.test(first) ? 'mastercard' : 'other';
  });
  expiry.addEventListener('input', event => {
    if (event.inputType === 'deleteContentBackward') { return; }
    reshape(expiry, text => {
      const padded = /^[2-9]/.test(text) ? '0' + text : text;
      return padded.length < 2 ? padded : padded.slice(0, 2) + ' / ' + padded.slice(2, 6);
    });
  });
  cvc.addEventListener('input', () => reshape(cvc, text => text.slice(0, 4)));

  checks.forEach((check, input) => {
    input.addEventListener('input', () => { if (input.getAttribute('aria-invalid') === 'true') { show(input, ''); } });
    input.addEventListener('blur', () => { if (input.value) { show(input, check()); } });
  });

  form.addEventListener('submit', event => {
    let firstWrong = null;
    checks.forEach((check, input) => {
      show(input, check());
      if (!firstWrong && input.getAttribute('aria-invalid') === 'true') { firstWrong = input; }
    });
    if (firstWrong) {
      event.preventDefault();
      firstWrong.focus();
    } else {
      button.disabled = true;
      button.textContent = 'Processing…';
    }
  });
  // On a phone the reason for a refusal would otherwise be below what is seen first.
  const refused = document.querySelector('[aria-invalid="true"]');
  if (refused) {
    refused.focus();
  } else if (window.matchMedia('(min-width: 841px)').matches) {
    number.focus();
  }
  const notice = document.querySelector('.notice');
  if (notice) { notice.scrollIntoView({ block: 'center' }); }

  // A page shown again by the browser's back button must not keep its button off.
  window.addEventListener('pageshow', event => { if (event.persisted) { window.location.reload(); } });

  document.querySelectorAll('[data-card]').forEach(choice => choice.addEventListener('click', () => {
    number.value = choice.dataset.card;
    number.dispatchEvent(new Event('input'));
    show(number, '');
    expiry.focus();
  }));
}());
