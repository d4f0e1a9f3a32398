# python: 3.6+
# debian: python3-sqlparse
import sqlparse
from sqlparse import sql, tokens

TEXT = '''
select a.x as "first", count(*) c, case when y > 1 then 'big' when y is null then 'none' else 'small' end size, -- comment
  (select max(z) from t2 where t2.id = a.id) from t1 a left outer join b on a.id = b.id and b.k in (1, 2, 3) /* more */
where not exists (select 1) and name like 'x%' or d between '2020-01-01' and now() group by 1, 2 having count(*) > 3 order by c desc limit 10;
insert into foo (a, b) values (1, 'two'), (:three, ?); update t set x = x + 1, y = default where id = $1;
create or replace function f(a int) returns int as $$ begin return a + 1; end; $$ language plpgsql;
create table t (id serial primary key, name varchar(20) not null default 'x', check (id > 0));
with cte as (select 1 as one union all select 2) select * from cte; delete from x where y = 'it''s';
declare @v int; begin if @v > 1 select 1; while @v < 2 set @v = 3; end;
'''


def walk(token, level=0):
    for one in token.tokens:
        if not one.is_whitespace:
            print('  ' * level + type(one).__name__, one.ttype, repr(str(one)[:30]))
        if one.is_group:
            walk(one, level + 1)


statements = sqlparse.parse(TEXT)
for statement in statements:
    print(statement.get_type(), [type(one).__name__ for one in statement.tokens if not one.is_whitespace][:6])
walk(statements[0])
for identifier in (token for statement in statements for token in statement.flatten() if token.ttype in tokens.Name):
    print(identifier.value, end=' ')
print()
lists = [one for one in statements[0].tokens if isinstance(one, sql.IdentifierList)]
print([(one.get_alias(), one.get_real_name()) for one in lists[0].get_identifiers() if isinstance(one, sql.Identifier)])
for options in (
    dict(reindent=True, keyword_case='upper'),
    dict(reindent_aligned=True, identifier_case='upper'),
    dict(strip_comments=True, strip_whitespace=True),
    dict(output_format='python'),
    dict(output_format='php', reindent=True),
    dict(reindent=True, comma_first=True, indent_width=4, wrap_after=20),
    dict(truncate_strings=2, right_margin=None),
    dict(use_space_around_operators=True, indent_after_first=True, reindent=True, indent_columns=True),
):
    try:
        print(sqlparse.format(TEXT, **options))
    except (NotImplementedError, sqlparse.exceptions.SQLParseError) as error:
        print(repr(error))
for options in (dict(keyword_case='x'), dict(indent_width='a'), dict(wrap_after=-1), dict(output_format='c')):
    try:
        sqlparse.format('select 1', **options)
    except sqlparse.exceptions.SQLParseError as error:
        print(error)
print(
    sqlparse.split('select 1; select \'a;b\'; create trigger x begin select 1; end; select (2'),
    sqlparse.parse(''),
    list(map(str, sqlparse.parse('foo(a')[0].tokens)),
)
