import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Everything in `part` that `whole` does not have, or has with another type. */
export function differences(part: GraphQLSchema, whole: GraphQLSchema): string[] {
  return Object.values(part.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => typeDifferences(type, whole.getType(type.name)));
}

function typeDifferences(type: GraphQLNamedType, other: GraphQLNamedType | undefined): string[] {
  if (other === undefined) return [`${type.name} is unknown`];
  if (isEnumType(type) && isEnumType(other)) {
    const values = new Set(other.getValues().map((value) => value.name));
    return type.getValues().flatMap(({ name }) => (values.has(name) ? [] : [`${type.name}.${name} is unknown`]));
  }
  if (isUnionType(type) && isUnionType(other)) {
    const members = new Set(other.getTypes().map((member) => member.name));
    return type.getTypes().flatMap(({ name }) => (members.has(name) ? [] : [`${name} is not in ${type.name}`]));
  }
  const fielded = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  const otherFielded = isObjectType(other) || isInterfaceType(other) || isInputObjectType(other);
  if (!fielded || !otherFielded)
    return type.constructor.name === other.constructor.name ? [] : [`${type.name} is of another kind`];
  const otherFields = other.getFields();
  return Object.values(type.getFields()).flatMap((field) => {
    const described = otherFields[field.name];
    const path = `${type.name}.${field.name}`;
    if (described === undefined) return [`${path} is unknown`];
    const types =
      String(field.type) === String(described.type)
        ? []
        : [`${path} is ${String(field.type)}, not ${String(described.type)}`];
    return [...types, ...argumentDifferences(path, field, described)];
  });
}

function argumentDifferences(path: string, field: object, described: object): string[] {
  if (!('args' in field) || !('args' in described) || !Array.isArray(field.args) || !Array.isArray(described.args))
    return [];
  const known = new Map(described.args.map((argument) => [String(argument.name), String(argument.type)]));
  return field.args.flatMap((argument) => {
    const type = known.get(String(argument.name));
    if (type === undefined) return [`${path}(${String(argument.name)}) is unknown`];
    return type === String(argument.type)
      ? []
      : [`${path}(${String(argument.name)}) is ${String(argument.type)}, not ${type}`];
  });
}
