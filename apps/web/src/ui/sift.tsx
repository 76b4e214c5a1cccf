import { Checkbox, Input } from 'antd';
import './sift.css';

interface SiftProps {
  readonly find: string;
  readonly sought: string;
  readonly onSeek: (sought: string) => void;
  /** What is left when only some of it is shown. */
  readonly only: string;
  readonly isOnly: boolean;
  readonly onOnly: (isOnly: boolean) => void;
}

/** Finds rows of a long table by what they say, and leaves out those that need nobody. */
export const Sift = ({ find, sought, onSeek, only, isOnly, onOnly }: SiftProps) => (
  <div className="sift">
    <Input
      className="sift-find"
      aria-label={find}
      placeholder={find}
      allowClear
      value={sought}
      onChange={({ target }) => onSeek(target.value)}
    />
    <Checkbox checked={isOnly} onChange={({ target }) => onOnly(target.checked)}>
      {only}
    </Checkbox>
  </div>
);
