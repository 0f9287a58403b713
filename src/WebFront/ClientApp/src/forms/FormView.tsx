import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Problem } from '../follow/problem';
import type { Form, FormAnswer, FormField } from '../follow/protocol';
import { useFormats, useWords } from '../i18n/useWords';
import { safeAddress } from '../text/inline';
import { consentName, type FieldError, refused, validate } from './validate';

interface Props {
  readonly form: Form;
  /** How it was filled in before, and what was wrong with that. */
  readonly filled?: { readonly answer: FormAnswer; readonly errors: Readonly<Record<string, string>> };
  readonly onSubmit: (answer: FormAnswer) => Promise<unknown>;
}

/** A form to fill in: what is wrong stands at each field, and the first of them gets the focus. */
export function FormView({ form, filled, onSubmit }: Props) {
  const t = useWords();
  const formats = useFormats();
  const id = useId();
  const root = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(filled?.answer.values ?? {});
  const [consent, setConsent] = useState(filled?.answer.consent ?? false);
  const [errors, setErrors] = useState<Readonly<Record<string, FieldError>>>(filled === undefined ? {} : refused(form, filled.errors));
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open');

  useEffect(() => root.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [errors]);

  const post = async (answer: FormAnswer) => {
    setState('sending');
    try {
      await onSubmit(answer);
      setState('open');
    } catch (e) {
      const found = refused(form, Problem.of(e).errors);
      setErrors(found);
      setState(Object.keys(found).length > 0 ? 'open' : 'failed');
    }
  };
  const submit = (e: Event) => {
    e.preventDefault();
    const wrong = validate(form, values, consent);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const filled = Object.fromEntries(form.fields.map((f) => [f.name, values[f.name]?.trim() ?? '']).filter(([, v]) => v !== ''));
    void post({ formId: form.formId, values: filled, ...(form.consent === undefined ? {} : { consent }) });
  };
  const error = (name: string) => {
    const wrong = Object.hasOwn(errors, name) ? errors[name] : undefined;
    return wrong === undefined ? null : <p class="error" id={`${id}-${name}-error`}>{t(wrong.key, wrong.n === undefined ? {} : { n: formats.number(wrong.n) })}</p>;
  };
  const control = (field: FormField) => {
    const common = {
      id: `${id}-${field.name}`,
      class: 'field',
      value: values[field.name] ?? '',
      dir: 'auto' as const,
      'aria-invalid': Object.hasOwn(errors, field.name),
      'aria-describedby': Object.hasOwn(errors, field.name) ? `${id}-${field.name}-error` : undefined,
      'aria-required': field.required === true,
      onInput: (e: Event) => setValues({ ...values, [field.name]: (e.currentTarget as HTMLInputElement).value }),
    };
    if (field.type === 'select')
      return <select {...common}><option value="">{t('choose')}</option>{(field.options ?? []).map((o) => <option key={o} value={o}>{o}</option>)}</select>;
    if (field.type === 'textarea') return <textarea {...common} rows={3} />;
    const complete = field.type === 'email' ? 'email' : field.type === 'tel' ? 'tel' : field.name === 'name' ? 'name' : 'on';
    return <input {...common} type={field.type} autocomplete={complete} />;
  };
  const consentAddress = safeAddress(form.consent?.url ?? '');
  return (
    <form class="form card" ref={root} noValidate onSubmit={submit} aria-label={form.title ?? t('goOn')}>
      {form.title !== undefined && <h3 dir="auto">{form.title}</h3>}
      {form.text !== undefined && <p dir="auto">{form.text}</p>}
      {form.fields.map((field) => (
        <div key={field.name}>
          <label for={`${id}-${field.name}`} dir="auto">{field.label}{field.required !== true && <small> ({t('optional')})</small>}</label>
          {control(field)}
          {error(field.name)}
        </div>
      ))}
      {form.consent !== undefined && (
        <div>
          <label class="consent">
            <input type="checkbox" checked={consent} aria-invalid={Object.hasOwn(errors, consentName)} onChange={(e) => setConsent(e.currentTarget.checked)} />
            <span dir="auto">{form.consent.text} {consentAddress !== null && <a href={consentAddress} target="_blank" rel="noopener noreferrer">{t('more')}</a>}</span>
          </label>
          {error(consentName)}
        </div>
      )}
      {state === 'failed' && <p class="error" role="alert">{t('formFailed')}</p>}
      <div class="row">
        <button type="submit" class="primary" disabled={state === 'sending'}>{t('goOn')}</button>
        {form.skippable && <button type="button" class="plain-button" onClick={() => void post({ formId: form.formId, values: {}, skipped: true })}>{t('skip')}</button>}
      </div>
    </form>
  );
}
