import { isBlock } from "./terraform-json";

/** A remark that a construct attached to the output. */
export interface Annotation {
  readonly level: "info" | "warning" | "error";
  readonly path: string;
  readonly message: string;
}

const LEVELS: Readonly<Record<string, Annotation["level"]>> = {
  "@cdktf/info": "info",
  "@cdktf/warn": "warning",
  "@cdktf/error": "error",
};

/** Annotations of a parsed manifest. The CDKTF CLI prints them; a direct run would keep them to itself. */
export function annotations(manifest: unknown): readonly Annotation[] {
  const stacks = isBlock(manifest) && isBlock(manifest["stacks"]) ? Object.values(manifest["stacks"]) : [];
  return stacks.filter(isBlock).flatMap((stack) => {
    const list: unknown = stack["annotations"];
    return (Array.isArray(list) ? list : []).filter(isBlock).map(({ level, constructPath, message }) => ({
      level: LEVELS[String(level)] ?? "info",
      path: String(constructPath),
      message: String(message),
    }));
  });
}

/** Annotation as one line. */
export const describeAnnotation = ({ level, path, message }: Annotation): string => `${level}: [${path}] ${message}`;
