import { useState } from 'preact/hooks';
import { largestFile, mostFiles } from '../../attachments/limits';
import { newId } from '../../follow/chatClient';
import { Problem } from '../../follow/problem';
import { useParts } from '../parts/context';
import { problemText, say } from '../words';

export interface Upload {
  readonly id: string;
  readonly name: string;
  /** Null while it is on its way. */
  readonly attachmentId: string | null;
}

/** The files that go with the next message. */
export function useUploads(conversationId: string) {
  const { client } = useParts();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const refuse = (name: string, code: string) => client.toast(say('uploadFailed', { name, why: problemText(code) }), undefined, true);
  const add = (files: readonly File[]) => {
    for (const file of files.slice(0, Math.max(0, mostFiles - uploads.length))) {
      if (file.size > largestFile) {
        refuse(file.name, 'file-too-large');
        continue;
      }
      const id = newId();
      setUploads((all) => [...all, { id, name: file.name, attachmentId: null }]);
      client.api.attach(conversationId, id, file).then(
        ({ attachmentId }) => setUploads((all) => all.map((u) => (u.id === id ? { ...u, attachmentId } : u))),
        (e) => {
          setUploads((all) => all.filter((u) => u.id !== id));
          refuse(file.name, Problem.of(e).code);
        },
      );
    }
  };
  const remove = (id: string) => setUploads((all) => all.filter((u) => u.id !== id));
  return { uploads, add, remove, clear: () => setUploads([]) };
}
