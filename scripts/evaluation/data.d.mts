export class DataError extends Error {}

export interface DataRow {
  label: 0 | 1 | 2;
  score: number | undefined;
  text: string;
}

export function readRows(path: string): Promise<DataRow[]>;
