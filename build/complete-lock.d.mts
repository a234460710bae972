export function missingFrom(
  packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>,
): readonly (readonly [name: string, version: string, wantedBy: string])[]
